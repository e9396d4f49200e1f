from parallel import *
from random import randint

me = coreid()
last = numcores() - 1

# Some work, which takes a different time on each core.
total = 0
for i in range(randint(50, 400)):
    total += i

# The countdown must be in order: the last core first, core 0 at the end.
if me < last:
    recv(me + 1)
print(me)
if me > 0:
    send(0, me - 1)
