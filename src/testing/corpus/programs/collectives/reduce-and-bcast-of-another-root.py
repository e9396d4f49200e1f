# cores: 3
from parallel import *
# Core 2 gets its value from core 1, and goes on.
if coreid() == 0:
    reduce(1, "sum") # fault 0: different-calls
else:
    print bcast(coreid(), 1) # fault 1: different-calls
# expect 2: 1
