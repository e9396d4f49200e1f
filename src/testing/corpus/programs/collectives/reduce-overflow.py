# cores: 2
from parallel import *
print reduce(2147483647, "sum") # fault: overflow
