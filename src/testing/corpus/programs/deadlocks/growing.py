# cores: 16
from parallel import *
for o in range(numcores()):
    if o != coreid(): send(1, o)
# deadlock: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
