# cores: 3
from parallel import *
# The fourth reduction of core 0 is met by the broadcast of the others.
for i in range(4 if coreid() == 0 else 3):
    x = reduce(i, "sum") # fault 0: different-calls
bcast(x, 0) # fault 1,2: different-calls
