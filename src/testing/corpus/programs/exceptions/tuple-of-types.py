# A handler for several types.
def f(n):
    try:
        if n == 0:
            raise ValueError("v")
        if n == 1:
            raise TypeError("t")
        if n == 2:
            raise IndexError("i")
    except (ValueError, TypeError) as e:
        print("first", e)
    except (IndexError,):
        print("second")

for n in range(4):
    f(n)

# expect: first v
# expect: first t
# expect: second
