# cores: 2
# deadlock: 1
from parallel import *
from concurrency import *
if coreid() == 1:
    a = access(0)
