def f(a, b):
    return a
f(1, **{"a": 5})  # fault: argument-name
