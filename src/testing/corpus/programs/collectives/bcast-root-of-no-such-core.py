# cores: 3
from parallel import *
root = 0
if coreid() == 2: root = 9
if coreid() == 2:
    bcast(1, root) # fault 2: no-such-core
else:
    print bcast(1, root) # fault 0: different-roots
# expect 1: 1
