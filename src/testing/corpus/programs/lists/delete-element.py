a = [1, 2.5, "x", None, 4]
del a[1]
print a
# expect: [1, 'x', None, 4]
del a[-1], a[0]
print a
# expect: ['x', None]
b = [[1, 2], [3, 4]]
del b[0][1]
print b
# expect: [[1], [3, 4]]
