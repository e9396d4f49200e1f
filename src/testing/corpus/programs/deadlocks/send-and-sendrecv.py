# cores: 2
from parallel import *
if coreid() == 0:
    send(1, 1)
    print "sent"
else:
    print sendrecv(2, 0)
# expect 0: sent
# deadlock: 1
