# cores: 2
from parallel import *
bcast(1, 5) # fault: no-such-core
