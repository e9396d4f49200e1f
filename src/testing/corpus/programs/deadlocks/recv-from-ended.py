# cores: 2
from parallel import *
if coreid() == 1: recv(0)
# deadlock: 1
