def f():
    if (n := 4) > 3:
        def g():
            return n
    n += 1
    return g()
print(f())
# expect: 5
