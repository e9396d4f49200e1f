def f(xs):
    return 0, *xs
print(f([1, 2]))
# expect: (0, 1, 2)
