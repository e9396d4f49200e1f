def f(a, b=2, *rest, c=3, **more):
    return a, b, rest, c, more
print(f(1), f(1, 2, 3, 4, c=5, d=6, e=7), f(b=1, a=2, z=3))
# expect: (1, 2, (), 3, {}) (1, 2, (3, 4), 5, {'d': 6, 'e': 7}) (2, 1, (), 3, {'z': 3})
