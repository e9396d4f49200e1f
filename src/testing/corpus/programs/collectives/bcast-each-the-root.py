# cores: 5
from parallel import *
bcast(coreid(), coreid()) # fault: different-roots
