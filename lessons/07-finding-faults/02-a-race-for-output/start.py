from parallel import *
from random import randint

me = coreid()
last = numcores() - 1

# Some work, which takes a different time on each core.
total = 0
for i in range(randint(50, 400)):
    total += i

# The steps have to come in order.
print "#" * (me + 1)
