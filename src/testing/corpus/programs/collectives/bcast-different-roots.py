# cores: 2
from parallel import *
# Each thinks the other is the root.
bcast(1, 1 - coreid()) # fault 0,1: different-roots
