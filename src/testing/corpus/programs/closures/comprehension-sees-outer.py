def f(n):
    def g():
        return [n * i for i in range(3)]
    return g()
print(f(2))
# expect: [0, 2, 4]
