# An exception goes up through calls.
def c(x):
    return 10 // x

def b(x):
    return c(x) + 1

def a(x):
    try:
        return b(x)
    except ZeroDivisionError:
        return -1

print(a(5), a(0), a(2))

# expect: 3 -1 6
