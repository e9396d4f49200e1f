# cores: 3
from parallel import *
me = coreid()
a = [me, 1]
if me == 1:
    a = [0.5, True]
print reduce(a, "sum"), reduce(a, "min")
# expect: [2.5, 3] [0, 1]
