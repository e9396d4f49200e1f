# cores: 2
from parallel import *
if coreid() == 0: send(1, 1)
else: sendrecv(2, 0)
print reduce(1, "sum")
# deadlock: 0 1
