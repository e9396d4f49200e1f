# cores: 2
from parallel import *
a = [1, 2]
if coreid() == 1:
    a = 3
b = reduce(a, "sum") # fault: different-values
