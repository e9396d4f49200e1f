# cores: 2
from parallel import *
if coreid() == 0: bcast(1, 0)
else: sendrecv(1, 0)
# deadlock: 0 1
