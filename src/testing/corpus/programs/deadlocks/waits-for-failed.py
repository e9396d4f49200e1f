# cores: 3
from parallel import *
if coreid() == 0:
    a = [1]
    a[1] = 2 # fault 0: index-out-of-range
if coreid() == 1:
    print "one"
    recv(0)
if coreid() == 2:
    recv(1)
# expect 1: one
# deadlock: 1 2
