# cores: 2
from parallel import *
if coreid() == 0:
    reduce(1, "average") # fault 0: unknown-operator
else:
    reduce(1, "sum") # fault 1: different-operations
