# Each level takes its own.
def f(n):
    try:
        try:
            try:
                if n == 1:
                    raise ValueError("v")
                if n == 2:
                    raise TypeError("t")
                if n == 3:
                    raise KeyError("k")
                print("none")
            except ValueError:
                print("innermost")
        except TypeError:
            print("middle")
    except KeyError:
        print("outermost")

for n in range(4):
    f(n)

# expect: none
# expect: innermost
# expect: middle
# expect: outermost
