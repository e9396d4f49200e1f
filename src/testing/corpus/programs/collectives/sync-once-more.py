# cores: 3
from parallel import *
# The third barrier of core 1 meets the reduction of the others.
for i in range(3 if coreid() == 1 else 2):
    sync() # fault 1: different-calls
print reduce(1, "sum") # fault 0,2: different-calls
