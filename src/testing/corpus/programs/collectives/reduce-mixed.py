# cores: 3
from parallel import *
x = coreid()
if coreid() == 1: x = 1.5
print reduce(x, "sum"), reduce(x, "max"), reduce(x, "min"), reduce(coreid() > 0, "sum")
# expect: 3.5 2 0 2
