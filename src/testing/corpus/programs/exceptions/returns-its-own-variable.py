def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e


def g():
    try:
        try:
            int("x")
        except ValueError as e:
            return e
    finally:
        print("finally")


print(repr(f()), repr(g()))
# expect: finally
# expect: ZeroDivisionError('division by zero') ValueError("invalid literal for int() with base 10: 'x'")
