# `raise e` raises it again, too.
try:
    try:
        int("z")
    except ValueError as e:
        raise e
except ValueError as e:
    print(e)

# expect: invalid literal for int() with base 10: 'z'
