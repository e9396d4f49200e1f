a = [1, 2, 3]
a[0], a[2] = a[2], a[0]
print a
# expect: [3, 2, 1]
i = 0
i, a[i] = 1, 9
print i, a
# expect: 1 [3, 9, 1]
