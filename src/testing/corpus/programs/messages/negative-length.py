# cores: 2
from parallel import *
n = -1
if coreid() == 0:
    send([1, 2], 1, n) # fault 0: negative-length
else:
    recv(0, n) # fault 1: negative-length
