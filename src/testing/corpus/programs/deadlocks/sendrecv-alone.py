# cores: 2
from parallel import *
if coreid() == 0: sendrecv([1], 1)
# deadlock: 0
