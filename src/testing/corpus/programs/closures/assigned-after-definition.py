def f():
    def g():
        return x * 2
    x = 21
    return g()
print(f())
# expect: 42
