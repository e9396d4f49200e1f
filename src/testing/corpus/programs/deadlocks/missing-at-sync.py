# cores: 4
from parallel import *
if coreid() != 2: sync()
# deadlock: 0 1 3
