from parallel import *
from random import randint

me = coreid()
last = numcores() - 1

# Some work, which takes a different time on each core.
total = 0
for i in range(randint(50, 400)):
    total += i

# The countdown must be in order: the last core first, core 0 at the end.
print(me)
