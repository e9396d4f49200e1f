# cores: 2
# hosts: 2
from parallel import *
if ishost():
    reduce(1, "max") # fault 2,3: different-operations
else:
    reduce(1, "sum") # fault 0,1: different-operations
