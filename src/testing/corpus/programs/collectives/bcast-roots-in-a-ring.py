# cores: 3
from parallel import *
bcast(coreid(), (coreid() + 1) % 3) # fault: different-roots
