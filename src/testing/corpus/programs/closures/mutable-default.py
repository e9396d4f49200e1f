def f():
    def g(x, seen=[]):
        seen.append(x)
        return seen
    g(1)
    return g(2)
print(f(), f())
# expect: [1, 2] [1, 2]
