# cores: 2
from parallel import *
n = 1073741824
if coreid() == 0:
    send(1, 1)
else:
    recv(0, n) # fault 1: out-of-memory
# deadlock: 0
