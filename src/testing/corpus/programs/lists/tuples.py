a, b = 1, 2
a, b = b, a
print a, b
# expect: 2 1
t = 1, "x", 2.5
x, y, z = t
print x, y, z, len(t)
# expect: 1 x 2.5 3
(p, q), r = (1, 2), 3
print p, q, r
# expect: 1 2 3
