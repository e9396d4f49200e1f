# cores: 2
from parallel import *
if coreid() == 0:
    nonblocking_send("a", 1)
    wait_sent(1)
else: print sendrecv(2, 0)
# deadlock: 1
