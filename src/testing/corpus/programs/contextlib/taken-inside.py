from contextlib import contextmanager, suppress


@contextmanager
def quiet():
    try:
        yield
    except KeyError as error:
        print("no", error)


with quiet():
    print({}["x"])
with suppress(ZeroDivisionError):
    print(1 // 0)
print("end")
# expect: no 'x'
# expect: end
