class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__, value.code)


def f():
    try:
        with Manager():
            exit(4)
    except Exception:
        print("never")
    finally:
        print("finally")


f()
print("never")
# expect: exit SystemExit 4
# expect: finally
