n = 2
g = (x * n for x in [1, 2])
n = 5
print(list(g))


def f():
    k = 1
    g = (x + k for x in [10, 20])
    k = 7
    return list(g)


print(f())
# expect: [5, 10]
# expect: [17, 27]
