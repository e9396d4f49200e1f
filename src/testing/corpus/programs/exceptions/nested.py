# An inner handler that does not fit leaves the exception to the outer one.
try:
    try:
        raise KeyError("k")
    except IndexError:
        print("inner")
    print("not reached")
except KeyError as e:
    print("outer", e)

# expect: outer 'k'
