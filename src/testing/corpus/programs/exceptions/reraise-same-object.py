# It is the same exception.
one = None
try:
    try:
        raise ValueError("v")
    except ValueError as e:
        one = e
        raise
except ValueError as e:
    print(e is one)

# expect: True
