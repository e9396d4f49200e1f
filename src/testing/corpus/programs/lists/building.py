a = [1, 2, 3]
print a, len(a), a[0], a[-1]
# expect: [1, 2, 3] 3 1 3
b = [0] * 3
b[1] = 5
print b
# expect: [0, 5, 0]
print [1] + [2.5] + ["x"], [1, 2] * 2
# expect: [1, 2.5, 'x'] [1, 2, 1, 2]
print [] + [], [] * 3, [1] * 0, [1] * -1
# expect: [] [] [] []
print [] + [1.5], [1.5] + []
# expect: [1.5] [1.5]
