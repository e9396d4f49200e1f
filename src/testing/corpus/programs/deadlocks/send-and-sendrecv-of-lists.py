# cores: 2
from parallel import *
if coreid() == 0: send([1], 1)
else: print sendrecv([2], 0)
# deadlock: 1
