a = [1, True, 0, False]
print a, a == [True, 1, False, 0], a.index(True)
# expect: [1, True, 0, False] True 0
b = [True] * 2
b[0] = 1
print b
# expect: [1, True]
