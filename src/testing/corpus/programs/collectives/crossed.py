# cores: 2
from parallel import *
if coreid() == 0:
    reduce(1, "sum") # fault 0: different-calls
else:
    bcast(1, 1) # fault 1: different-calls
