def f(a, /):
    return a
g = f
g(a=5)  # fault: argument-name
