def f():
    x = 1
    def g():
        return x  # fault: unset-variable
    y = g()
    del x
    g()
    return y
f()
