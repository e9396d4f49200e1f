# cores: 3
from parallel import *
if coreid() == 0:
    bcast(1, 0)
else:
    recv(0)
# deadlock: 0 1 2
