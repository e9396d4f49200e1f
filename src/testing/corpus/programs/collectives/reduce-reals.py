# cores: 4
from parallel import *
x = coreid() + 0.5
print reduce(x, "sum"), reduce(x, "prod"), reduce(x, "min"), reduce(x, "max")
# expect: 8.0 6.5625 0.5 3.5
