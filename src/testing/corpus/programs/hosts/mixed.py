# cores: 2
# hosts: 2
from parallel import *
print coreid(), numcores(), ishost(), isdevice(), reduce(coreid(), "sum")
# expect 0: 0 4 False True 6
# expect 1: 1 4 False True 6
# expect 2: 2 4 True False 6
# expect 3: 3 4 True False 6
