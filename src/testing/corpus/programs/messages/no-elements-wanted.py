# cores: 2
from parallel import *
if coreid() == 0:
    send([], 1)
    send(1, 1)
else:
    print recv(0, 0)
    recv(0, 0) # fault 1: length-mismatch
# expect 1: []
# deadlock: 0
