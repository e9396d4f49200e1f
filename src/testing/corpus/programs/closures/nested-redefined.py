def f():
    def g():
        return 1
    first = g()
    def g():
        return 2
    return first, g()
print(f())
# expect: (1, 2)
