def f(x, seen=[]):
    seen.append(x)
    return seen
print f(1), f(2)
# expect: [1, 2] [1, 2]
print f(3, [9])
# expect: [9, 3]
