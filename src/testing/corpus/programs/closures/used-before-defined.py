def f():
    try:
        return g()
    except NameError as e:
        print(type(e).__name__)
    def g():
        return 1
    return g()
print(f())
# expect: UnboundLocalError
# expect: 1
