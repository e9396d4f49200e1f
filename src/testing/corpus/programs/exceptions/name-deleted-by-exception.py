# The name is gone as well when the block ends by an exception.
try:
    try:
        raise ValueError("one")
    except ValueError as e:
        raise TypeError("two")
except TypeError:
    try:
        print(e)
    except NameError as n:
        print(n)

# expect: name 'e' is not defined
