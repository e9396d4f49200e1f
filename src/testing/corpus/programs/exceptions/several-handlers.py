# The first handler that fits is taken.
def f(n):
    try:
        if n == 0:
            raise ValueError("v")
        if n == 1:
            raise IndexError("i")
        if n == 2:
            raise KeyError("k")
    except ValueError:
        print("value")
    except KeyError:
        print("key")
    except LookupError:
        print("lookup")
    else:
        print("none")

for n in range(4):
    f(n)

# expect: value
# expect: lookup
# expect: key
# expect: none
