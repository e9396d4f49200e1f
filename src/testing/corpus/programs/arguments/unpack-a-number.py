def f(*a):
    return a
f(*5)  # fault: not-iterable
