# cores: 2
from parallel import *
if coreid() == 0: sync()
else: recv(0)
# deadlock: 0 1
