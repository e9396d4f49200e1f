# A variable keeps its value if what it should become cannot be computed.
x = 5
y = [1]
def f():
    z = "old"
    try:
        z = int("new")
    except ValueError:
        pass
    try:
        z = sorted([1, "a"])
    except TypeError:
        pass
    try:
        z = max([])
    except ValueError:
        pass
    try:
        z = ",".join(["a", 1])
    except TypeError:
        pass
    try:
        z = list(5)
    except TypeError:
        pass
    try:
        z = [1 // (2 - k) for k in range(4)]
    except ZeroDivisionError:
        pass
    return z

print(f())
try:
    x = x + "a"
except TypeError:
    pass
try:
    x, y = 1, 2, 3
except ValueError:
    pass
try:
    y += 5
except TypeError:
    pass
print(x, y)

# expect: old
# expect: 5 [1]
