def f(x):
    def g(y, z=10):
        return y + z
    return g(x), g(x, 1), g(x, z=2)
print(f(5))
# expect: (15, 6, 7)
