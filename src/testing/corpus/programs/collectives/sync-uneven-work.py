# cores: 4
from parallel import *
for turn in range(3):
    x = 0
    for i in range(coreid() * 50): x += 1
    sync()
print x
# expect 0: 0
# expect 1: 50
# expect 2: 100
# expect 3: 150
