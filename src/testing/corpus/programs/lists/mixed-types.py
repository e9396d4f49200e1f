a = [1, 2, 3]
a[1] = "two"
print a, a[0] + a[2]
# expect: [1, 'two', 3] 4
a[1] = 2.5
a[0] = None
print a
# expect: [None, 2.5, 3]
b = [0] * 4
b[3] = 1.5
print b, b[0] + b[3]
# expect: [0, 0, 0, 1.5] 1.5
c = [7]
c[0] = "only"
c.append(7)
print c
# expect: ['only', 7]
