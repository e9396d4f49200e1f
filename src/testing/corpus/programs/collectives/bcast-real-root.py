# cores: 2
from parallel import *
if coreid() == 0:
    bcast(1, 0.0) # fault 0: argument-type
else:
    bcast(1, 0) # fault 1: different-roots
