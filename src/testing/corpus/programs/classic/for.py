# dialect: classic
# cores: 1
from util import *
for i in range(3):
  print i
for i in range(2,4):
  print i
for i in range(1,9,3):
  print i
for x in [3,1,2]:
  for y in [10,20]:
    print x+y
l=[5,6]
for v in l:
  print v
# expect: 0
# expect: 1
# expect: 2
# expect: 3
# expect: 2
# expect: 3
# expect: 4
# expect: 1
# expect: 4
# expect: 7
# expect: 13
# expect: 23
# expect: 11
# expect: 21
# expect: 12
# expect: 22
# expect: 5
# expect: 6
