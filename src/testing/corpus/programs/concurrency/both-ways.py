# cores: 2
from parallel import *
from concurrency import *
other = 1 - coreid()
mine = [coreid()] * 3
expose(mine, other)
theirs = access(other)
print mine, theirs
# expect 0: [0, 0, 0] [1, 1, 1]
# expect 1: [1, 1, 1] [0, 0, 0]
