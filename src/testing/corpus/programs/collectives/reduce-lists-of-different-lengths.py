# cores: 2
from parallel import *
a = reduce([1] * (coreid() + 1), "sum") # fault: different-values
