# cores: 2
from parallel import *
if coreid() == 0:
    a = reduce(1, "min") # fault 0: different-operations
    b = reduce(1, "max")
else:
    b = reduce(1, "max") # fault 1: different-operations
    a = reduce(1, "min")
