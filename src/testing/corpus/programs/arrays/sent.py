# cores: 2
from parallel import *
from array import *
a = array(2, 2)
a[coreid()][coreid()] = 1
a = sendrecv(a, 1 - coreid())
print a
# expect 0: [[0, 0], [0, 1]]
# expect 1: [[1, 0], [0, 0]]
