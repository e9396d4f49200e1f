# cores: 8
from parallel import *
recv((coreid() + 1) % numcores())
# deadlock: 0 1 2 3 4 5 6 7
