# cores: 4
from parallel import *
me = coreid()
a = [me, me + 0.5, -me]
print reduce(a, "sum"), reduce(a, "min"), reduce(a, "max"), reduce([me + 1], "prod"), reduce([], "sum"), reduce((me, 1), "max"), a[0] == me
# expect: [6, 8.0, -6] [0, 0.5, -3] [3, 3.5, 0] [24] [] [3, 1] True
