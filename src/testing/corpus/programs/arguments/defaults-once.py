def f(x, seen=[]):
    seen.append(x)
    return seen
print(f(1), f(2), f(3, []), f(4))
# expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
