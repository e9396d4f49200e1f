# cores: 2
from parallel import *
if coreid() == 0:
    print sendrecv("from 0", 1)
else:
    send("from 1", 0)
    print recv(0)
# expect 0: from 1
# expect 1: from 0
