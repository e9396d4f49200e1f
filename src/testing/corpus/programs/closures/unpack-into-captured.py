def f(pair):
    a, (b, c) = pair
    def g():
        return c, b, a
    return g()
print(f((1, [2, 3])))
# expect: (3, 2, 1)
