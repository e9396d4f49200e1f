# cores: 4
from parallel import *
# Core 3 has its value, and waits in the next reduction for those that have failed.
root = 0
if coreid() == 1: root = 1
if coreid() < 2:
    bcast(coreid(), root) # fault 0,1: different-roots
elif coreid() == 3:
    print bcast(3, 0)
    reduce(1, "sum")
else:
    print bcast(2, 0)
# expect 2: 0
# expect 3: 0
# deadlock: 3
