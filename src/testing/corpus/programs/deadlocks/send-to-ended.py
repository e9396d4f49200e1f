# cores: 3
from parallel import *
if coreid() == 0:
    send(1, 1)
print "end"
# expect 1,2: end
# deadlock: 0
