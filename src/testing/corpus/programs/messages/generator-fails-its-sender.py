# cores: 2
from parallel import *
g = (k for k in range(3))
if coreid() == 0:
    send(g, 1) # fault 0: cannot-send
else:
    recv(0)
# deadlock: 1
