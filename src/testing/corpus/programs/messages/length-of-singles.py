# cores: 2
from parallel import *
if coreid() == 0:
    send(1, 1)
    send([2, 3], 1)
else:
    recv(0, 3) # fault 1: length-mismatch
# deadlock: 0
