# A try in a handler.
try:
    raise ValueError("a")
except ValueError as a:
    try:
        raise TypeError("b")
    except TypeError as b:
        print(a, b)
    print("still", a)

# expect: a b
# expect: still a
