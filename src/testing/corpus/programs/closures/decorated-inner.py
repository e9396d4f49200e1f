def outer(n):
    def plus(f):
        return lambda x: f(x) + n
    @plus
    def g(x):
        return x * 10
    return g(2)
print(outer(5))
# expect: 25
