# dialect: classic
# cores: 1
from array import len
a=[1,2,3]
a[5]=9
print len(a)
print a[5]
print a[0]
# expect: 6
# expect: 9
# expect: 1
