def f(x, seen=None):
    if seen is None:
        seen = []
    seen.append(x)
    return seen
print(f(1), f(2), f(3, [0]))
# expect: [1] [2] [0, 3]
