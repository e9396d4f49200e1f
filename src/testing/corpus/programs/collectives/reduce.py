# cores: 4
from parallel import *
me = coreid() + 1
print reduce(me, "sum"), reduce(me, "prod"), reduce(me, "min"), reduce(me, "max")
# expect: 10 24 1 4
