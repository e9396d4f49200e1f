# dialect: classic
from array import len
a = [1, 2, 3]
a[3] = 4
print len(a)
a[6] = 7
print len(a)
print a[4] + a[5]
b = a
b[9] = 1
print len(a)
r = [1.5]
r[3] = 2.5
print r[1]
print r[3]
s = ["x"]
s[1] = "y"
s[3] = "z"
print s[0] + s[1] + s[2] + s[3]
c = [0] * 2
def put(x, i, v):
    x[i] = v
put(c, 4, 8)
print len(c)
print c[4]
d = array(2)
d[2] = 3
print len(d)
a[0] += 5
print a[0]
# expect: 4
# expect: 7
# expect: 0
# expect: 10
# expect: 0.000000
# expect: 2.500000
# expect: xy0z
# expect: 5
# expect: 8
# expect: 3
# expect: 6
