from parallel import *
from time import time

begin = time()

# Every core has a number, and core 0 needs the sum of them all.
me = coreid()
cores = numcores()
total = me * me + 1

# Add up the numbers of all cores on core 0.
step = 1
while step < cores:
    if me % (2 * step) == step:
        send(total, me - step)
    elif me % (2 * step) == 0 and me + step < cores:
        total += recv(me + step)
    step = step * 2

elapsed = time() - begin
if me == 0:
    line = "Sum of " + str(cores) + ": " + str(total)
    print(f"{line} in {elapsed * 1000} ms")
