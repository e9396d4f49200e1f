# cores: 2
from parallel import *
if coreid() == 0:
    reduce(["a", "b"], "sum") # fault 0: element-type
else:
    reduce([1, 2], "sum") # fault 1: different-values
