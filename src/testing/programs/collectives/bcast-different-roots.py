# cores: 2
from parallel import *
# Each thinks the other is the root.
bcast(1, 1 - coreid())
# deadlock: 0 1
