# cores: 2
from parallel import *
a = [1]
a.append(a)
if coreid() == 0:
    send(a, 1)
else:
    recv(0) # fault 1: cannot-send
# deadlock: 0
