# cores: 3
from parallel import *
if coreid() > 0: print reduce(1, "sum")
# deadlock: 1 2
