# An exception in a finally replaces the one under way.
try:
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")
except TypeError as e:
    print("got", e)

# expect: got second
