# cores: 3
from parallel import *
sendrecv(coreid(), (coreid() + 1) % 3)
# deadlock: 0 1 2
