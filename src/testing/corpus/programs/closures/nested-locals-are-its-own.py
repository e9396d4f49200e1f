def f():
    x = 1
    def g():
        x = 2
        return x
    y = g()
    return x, y
print(f())
# expect: (1, 2)
