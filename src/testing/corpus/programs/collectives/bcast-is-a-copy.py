# cores: 3
from parallel import *
a = bcast([0, 0], 0)
a[1] = coreid()
sync()
print a
# expect 0: [0, 0]
# expect 1: [0, 1]
# expect 2: [0, 2]
