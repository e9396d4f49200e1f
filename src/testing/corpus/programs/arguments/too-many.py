def f(a, b=1):
    return a
g = f
g(1, 2, 3)  # fault: argument-count
