# cores: 2
from parallel import *
if coreid() == 0: reduce(1, "sum")
else: send(1, 0)
# deadlock: 0 1
