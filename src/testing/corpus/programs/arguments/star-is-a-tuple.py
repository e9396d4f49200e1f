def f(*args):
    return type(args) == tuple, args + (9,), args[1:], args == (1, 2)
print(f(1, 2))
# expect: (True, (1, 2, 9), (2,), True)
