# cores: 3
from parallel import *
x = coreid()
if x == 1:
    reduce("one", "max") # fault 1: argument-type
else:
    reduce(x, "max") # fault 0,2: different-values
