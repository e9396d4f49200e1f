# dialect: classic
from array import len
a = [1, 2, 3]
print a[3]
print a[100]
print len(a)
r = [1.5]
print r[1]
s = ["x"]
print s[4]
# Both sides of a condition are computed, so this reads one too many.
i = 0
while i < len(a) and a[i] != 9: i += 1
print i
# So does this, as the original's own sorts do.
b = [5, 3, 4]
i = 0
while i < 3:
    if b[i] > b[i + 1] and i < 2:
        t = b[i]
        b[i] = b[i + 1]
        b[i + 1] = t
    i += 1
print b[2]
c = array(2)
print c[2]
def get(x, k):
    return x[k]
print get(a, 7)
f = get
print f(r, 7)
# expect: 0
# expect: 0
# expect: 3
# expect: 0.000000
# expect: 0
# expect: 3
# expect: 5
# expect: 0
# expect: 0
# expect: 0.000000
