from parallel import *

me = coreid()
mine = (me * 7 + 3) % 10

# Swap points with the mirror partner.
partner = 0
theirs = 0

together = mine + theirs
ours = "Core " + str(me) + " has " + str(mine)
others = ", core " + str(partner) + " has " + str(theirs)
print(f"{ours}{others}, together {together}")
