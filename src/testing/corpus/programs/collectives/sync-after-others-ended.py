# cores: 4
from parallel import *
if coreid() == 3: sync()
elif coreid() > 0: print reduce(1, "sum")
# deadlock: 1 2 3
