# cores: 3
from parallel import *
if coreid() == 1: exit()
print "after"
if coreid() == 2: quit()
print "end"
# expect 0,2: after
# expect 0: end
