x = "outside"
g = (x for x in range(3))
print(list(g), x)


def f():
    i = "mine"
    total = sum(i for i in range(4))
    g = (i for i in range(2))
    return i, total, list(g)


print(f())
# expect: [0, 1, 2] outside
# expect: ('mine', 6, [0, 1])
