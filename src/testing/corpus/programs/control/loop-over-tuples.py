for a, b in [(1, "x"), (2, "y")]:
    print a, b
# expect: 1 x
# expect: 2 y
for i, (p, q) in [(0, (1, 2)), (1, (3, 4))]:
    print i + p + q
# expect: 3
# expect: 8
