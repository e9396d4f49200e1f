def f(a, b=5, /, c=1, **more):
    return a, b, c, more
print(f(1), f(1, 2, 3), f(1, c=9), f(1, a=7, b=8))
# expect: (1, 5, 1, {}) (1, 2, 3, {}) (1, 5, 9, {}) (1, 5, 1, {'a': 7, 'b': 8})
