def f(n):
    return f(n + 1) + 1 # fault: recursion-too-deep
f(0)
