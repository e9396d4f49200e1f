# cores: 4
from parallel import *
# Who waits for core 0 gets its value; the roots see that not all do.
x = bcast(coreid(), coreid() % 2) # fault 0,1: different-roots
print x
# expect 2: 0
# expect 3: 1
