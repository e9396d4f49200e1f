# dialect: classic
a = [1, 2.5]
print a[0]
print a[1]
b = [0] * 3
b[1] = 1.5
print b[0]
print b[1]
b[1] = 7
print b[1]
print b[0]
c = [1.0, 2.0]
c[1] = true
print c[0]
print c[1]
d = [1, "two", 3.5]
d[0] = 4.5
print d[0]
print d[1]
print d[2]
d[2] = 3
print d[0]
x = [2.5, 0.0]
def keep(y):
    y[1] = 1
keep(x)
print x[0]
print x[1]
# expect: 0.000000
# expect: 2.500000
# expect: 0.000000
# expect: 1.500000
# expect: 7
# expect: 0
# expect: true
# expect: true
# expect: 4.500000
# expect: two
# expect: 3.500000
# expect: 4.500000
# expect: 1075838976
# expect: 1
