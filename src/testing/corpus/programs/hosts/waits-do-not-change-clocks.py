# cores: 2
# hosts: 3
from parallel import *
total = 0.0
for i in range(40):
    for k in range(coreid() * 3): total += 0.5
    total = reduce(total, "max")
    if coreid() % 2 == 0 and coreid() + 1 < numcores(): total += sendrecv(1, coreid() + 1)
    if coreid() % 2 == 1: total += sendrecv(1, coreid() - 1)
    sync()
print "done"
# expect: done
