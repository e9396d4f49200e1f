def f(*args):
    return len(args), args
print(f(), f(1), f(1, 2, "x"))
# expect: (0, ()) (1, (1,)) (3, (1, 2, 'x'))
