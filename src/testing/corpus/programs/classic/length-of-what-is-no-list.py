# dialect: classic
from array import *
def f():
    return 1
print len(5)
print len("abc")
print len(2.5)
print len(none)
print len(true)
print len(f)
print size(5) + ndim("abc") + nbytes(2.5)
print len(shape(7))
print len([1, 2])
print len([0] * 4)
x = 3
if len(x) == 0: print "scalar"
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 2
# expect: 4
# expect: scalar
