def f(*args):
    return args if len(args) > 5 else f(0, *args)
print(f(1, 2))
# expect: (0, 0, 0, 0, 1, 2)
