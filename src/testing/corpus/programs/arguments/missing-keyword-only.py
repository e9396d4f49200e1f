def f(*, a, b):
    return a
g = f
g(a=5)  # fault: argument-count
