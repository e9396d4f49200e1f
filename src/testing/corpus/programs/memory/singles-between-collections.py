# cores: 2
from parallel import *
if coreid() == 0:
    for i in range(30): send("part " + str(i), 1)
else:
    a = recv(0, 30)
    print len(a), a[0], a[29]
# expect 1: 30 part 0 part 29
