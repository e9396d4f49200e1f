def f(a, b=2, c=3):
    return [a, b, c]
g = f
print g(1), g(1, 5), g(1, 5, 6)
# expect: [1, 2, 3] [1, 5, 3] [1, 5, 6]
