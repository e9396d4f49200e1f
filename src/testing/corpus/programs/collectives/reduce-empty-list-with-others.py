# cores: 3
from parallel import *
a = [1]
if coreid() == 1: a = []
b = reduce(a, "max") # fault: different-values
