# cores: 3
from parallel import *
from concurrency import *
if coreid() == 0:
    a = [10, 20.5, ["x", None]]
    expose(a, 1)
    expose(a, 2)
else:
    a = access(0)
    print a[0], a[1], a[2][0], len(a)
    # expect 1,2: 10 20.5 x 3
