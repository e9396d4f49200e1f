def f():
    for i in range(3):
        def g():
            return i
        print(g())
    return g()
print(f())
# expect: 0
# expect: 1
# expect: 2
# expect: 2
