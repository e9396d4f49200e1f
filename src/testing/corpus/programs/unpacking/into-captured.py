def f(xs):
    a, *b = xs
    def g():
        return a, b
    return g()
print(f([1, 2, 3]))
# expect: (1, [2, 3])
