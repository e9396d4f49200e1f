# cores: 2
from parallel import *
if coreid() == 0:
    send([1, 2, 3], 1)
else:
    recv(0, 2) # fault 1: length-mismatch
# deadlock: 0
