def f():
    last = None
    def g():
        nonlocal last
        for last in range(4):
            pass
    g()
    return last
print(f())
# expect: 3
