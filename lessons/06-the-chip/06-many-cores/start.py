from parallel import *
from time import time

begin = time()

# Every core has a number, and core 0 needs the sum of them all.
me = coreid()
cores = numcores()
total = me * me + 1

# Add up the numbers of all cores on core 0.
if me == 0:
    for other in range(1, cores):
        total += recv(other)
else:
    send(total, 0)

elapsed = time() - begin
if me == 0:
    line = "Sum of " + str(cores) + ": " + str(total)
    print(f"{line} in {elapsed * 1000} ms")
