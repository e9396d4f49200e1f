a, (b, [c, d]) = 1, (2, (3, 4))
print a, b, c, d
# expect: 1 2 3 4
(a), b = 1, 2
[a, b] = b, a
print a, b
# expect: 2 1
x = y, z = 5, 6
print x, y, z
# expect: (5, 6) 5 6
a, = [7]
print a
# expect: 7
a, b, c = "xyz"
print c + b + a
# expect: zyx
i = 0
v = [10, 20]
i, v[i] = 1, 5
print i, v
# expect: 1 [10, 5]
