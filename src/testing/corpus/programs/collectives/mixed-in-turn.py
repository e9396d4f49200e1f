# cores: 5
from parallel import *
# Barriers between reductions and broadcasts, all of them the same on every core.
total = 0
for k in range(40):
    if k % 5 == coreid():
        for i in range(100): total += 0
    total += bcast(k, k % 5)
    if k % 3 == 0: sync()
    total += bcast(k, 2)
    sync()
    total += reduce(1, "sum")
    sync()
    sync()
print total
# expect: 1760
