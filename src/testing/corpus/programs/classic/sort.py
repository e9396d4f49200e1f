# dialect: classic
# cores: 1
from util import *
x=[5,3,9,1,7,2]
oddSort(x)
for v in x:
  print v
# expect: 1
# expect: 2
# expect: 3
# expect: 5
# expect: 7
# expect: 9
