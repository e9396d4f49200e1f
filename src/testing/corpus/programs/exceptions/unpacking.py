# What unpacking says.
def two(x):
    try:
        a, b = x
        print(a, b)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

two([1, 2])
two([1])
two((1, 2, 3))
two("xyz")
two(5)
two(None)

# expect: 1 2
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError too many values to unpack (expected 2)
# expect: TypeError cannot unpack non-iterable int object
# expect: TypeError cannot unpack non-iterable NoneType object
