from parallel import *

me = coreid()
mine = (me * 7 + 3) % 10

# Swap points with the mirror partner.
partner = 0
theirs = 0

together = mine + theirs
print "Core " + str(me) + " has " + str(mine) + ", core " + str(partner) + " has " + str(theirs) + ", together " + str(together)
