a = [1, [2]]
b = a
c = a.copy()
d = a[:]
a[0] = 9
a[1][0] = 8
print b, c, d
# expect: [9, [8]] [1, [8]] [1, [8]]
print a is b, a is c, a == b, c == d
# expect: True False True True
