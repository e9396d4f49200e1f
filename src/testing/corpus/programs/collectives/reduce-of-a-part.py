# cores: 3
from parallel import *
if coreid() < 2:
    reduce(1, "sum")
# deadlock: 0 1
