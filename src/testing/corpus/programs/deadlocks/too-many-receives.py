# cores: 2
from parallel import *
if coreid() == 0: send(1, 1)
else:
    print recv(0)
    print recv(0, 2)
# expect 1: 1
# deadlock: 1
