from parallel import *

# Every core has a number; core 0 is to know the sum of all.
me = coreid()
cores = numcores()
total = me * me + 1

# Add up the numbers of all cores on core 0.
if me == 0:
    for other in range(1, cores):
        total += recv(other)
else:
    send(total, 0)

if me == 0:
    print "Sum over " + str(cores) + " cores: " + str(total)
