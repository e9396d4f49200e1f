# cores: 4
from parallel import *
if coreid() == 2:
    print reduce(1, "sum") # fault 2: different-calls
else:
    sync() # fault 0,1,3: different-calls
