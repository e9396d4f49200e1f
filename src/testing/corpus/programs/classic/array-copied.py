# dialect: classic
from array import arraycopy
a = array(2, 2)
a[1][0] = 7
b = array(4)
arraycopy(b, a)
print b[2]
c = [1, 2, 3, 4, 5]
arraycopy(c, b)
print c[2] + c[4]
d = array(2, 2)
arraycopy(d, c[0:4])
print d[1][1]
freearray(a)
print len(a)
import memory
free(c)
gc()
print len(c)
# expect: 7
# expect: 12
# expect: 0
# expect: 0
# expect: 0
