def f():
    def g():
        return 1
    def h():
        nonlocal g
        def g():
            return 2
    before = g()
    h()
    return before, g()
print(f())
# expect: (1, 2)
