def f(*args):
    return args
print(f(*range(3)), f(*"ab"), f(*{"k": 1}), f(*[x * x for x in range(3)], *(7,)))
# expect: (0, 1, 2) ('a', 'b') ('k',) (0, 1, 4, 7)
