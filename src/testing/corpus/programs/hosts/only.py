# cores: 0
# hosts: 3
from parallel import *
sync()
print coreid(), bcast("b" + str(coreid()), 1), sendrecv(1, 1) if coreid() == 0 else (sendrecv(2, 0) if coreid() == 1 else 0)
# expect 0: 0 b1 2
# expect 1: 1 b1 1
# expect 2: 2 b1 0
