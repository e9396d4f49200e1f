# cores: 4
from parallel import *
op = "sum"
if coreid() == 2: op = "max"
print reduce(coreid(), op) # fault: different-operations
