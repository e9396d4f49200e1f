def f(a, b, c=1):
    return a
g = f
g(c=5)  # fault: argument-count
