# cores: 2
from parallel import *
if coreid() == 0:
    send(1, 2) # fault 0: no-such-core
else:
    recv(-1) # fault 1: no-such-core
