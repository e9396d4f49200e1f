# cores: 2
from parallel import *
if coreid() == 0: print recv(1)
else: print sendrecv(2, 0)
# expect 0: 2
# deadlock: 1
