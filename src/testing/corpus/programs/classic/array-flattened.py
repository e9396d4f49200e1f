# dialect: classic
from array import flatten
a = array(2, 3)
k = 0
a[0][2] = 4
a[1][1] = 5
flatten(a)
print len(a)
print a[2]
print a[4]
a[5] = 6
print a[5]
print ndim(a)
b = shared_mem_array(2, 2)
b[1][1] = 3
c = flatten(b)
print c[3] + b[3]
d = [1, 2]
flatten(d)
print d[1]
arraycopy(d, c)  # fault: shape-mismatch
# expect: 6
# expect: 4
# expect: 5
# expect: 6
# expect: 2
# expect: 6
# expect: 2
