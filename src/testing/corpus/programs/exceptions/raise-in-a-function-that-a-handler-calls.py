def again():
    raise


def inner():
    try:
        int("x")
    except ValueError:
        again()


try:
    inner()
except ValueError as e:
    print(e)
    try:
        again()
    except ValueError as f:
        print(f is e)
try:
    again()
except RuntimeError as e:
    print(e)
# expect: invalid literal for int() with base 10: 'x'
# expect: True
# expect: No active exception to reraise
