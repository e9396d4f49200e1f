# cores: 3
from parallel import *
x = 16777216.0 if coreid() == 0 else 1.0
print reduce(x, "sum")
# expect: 16777216.0
