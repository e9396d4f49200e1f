a = [1, 2.0, "x", None, [1]]
print a.index(2), a.index("x"), a.index([1]), a.count(1), a.count(True)
# expect: 1 2 4 1 1
print 2 in a, "y" in a, [1] in a, None in a, 5 not in a
# expect: True False True True True
