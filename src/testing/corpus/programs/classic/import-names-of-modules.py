# dialect: classic
import array
import random
from math import *
a = array(3)
b = array.array(2)
a[2] = 7
print len(a) + array.len(b)
r = random()
if r >= 0 and r < 1: print "true"
s = random.randint(4, 5)
print s
e = 5
print e
print math.floor(2.5)
# expect: 5
# expect: true
# expect: 4
# expect: 5
# expect: 2.000000
