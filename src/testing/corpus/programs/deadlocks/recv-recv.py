# cores: 2
from parallel import *
recv(1 - coreid())
# deadlock: 0 1
