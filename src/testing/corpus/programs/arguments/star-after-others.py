def f(a, b=2, *rest):
    return a, b, rest
print(f(1), f(1, 5), f(1, 2, 3, 4))
# expect: (1, 2, ()) (1, 5, ()) (1, 2, (3, 4))
