# cores: 2
from parallel import *
import concurrency
if coreid() == 0:
    a = [1, 2]
    concurrency.expose(a, 1)
    a[0] = 5
    print a
    # expect 0: [5, 2]
    sync()
    concurrency.expose(a, 1)
    sync()
else:
    first = concurrency.access(0)
    first.append(9)
    sync()
    print first, concurrency.access(0)
    # expect 1: [1, 2, 9] [5, 2]
    sync()
