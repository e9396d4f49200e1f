(a, *b), c = [1, 2, 3], 4
[d, [*e]] = 5, range(3)
print(a, b, c, d, e)
# expect: 1 [2, 3] 4 5 [0, 1, 2]
