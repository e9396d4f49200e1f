def f(a):
    return a
g = f
g(1, b=5)  # fault: argument-name
