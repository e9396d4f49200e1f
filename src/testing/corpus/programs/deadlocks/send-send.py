# cores: 2
from parallel import *
print "before"
# expect: before
send(1, 1 - coreid())
# deadlock: 0 1
