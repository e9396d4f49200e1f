def f():
    def g():
        return x  # fault: unset-variable
    g()
    x = 1
f()
