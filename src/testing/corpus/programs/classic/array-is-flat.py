# dialect: classic
from array import *
a = array(2, 3)
i = 0
while i < 2:
    j = 0
    while j < 3:
        a[i][j] = i * 10 + j
        j += 1
    i += 1
print len(a)
print size(a)
print ndim(a)
s = shape(a)
print s[0] * 100 + s[1]
print nbytes(a)
print a[1][2]
print a[1]
a[1] = 77
print a[1][0]
print a[0][2]
t = 0
for x in a: t += x
print t
a[0][1] += 5
print a[0][1]
c = array(2, 2, 2)
c[1][0][1] = 8
print c[1][0]
c[1][1] = 9
print c[1][1][0]
print c[1]
def total(m):
    sum = 0
    for v in m: sum += v
    return sum
print total(c)
b = a
b[0][0] = 1
print a[0][0]
# expect: 6
# expect: 6
# expect: 2
# expect: 203
# expect: 24
# expect: 12
# expect: 10
# expect: 77
# expect: 2
# expect: 103
# expect: 6
# expect: 0
# expect: 9
# expect: 0
# expect: 17
# expect: 1
