# cores: 2
from parallel import *
if coreid() == 0:
    g = (k for k in range(3))
    try:
        bcast(g, 0)
    except TypeError as error:
        print(error)
        # expect 0: a generator cannot be sent to another core
    bcast(list(g), 0)
else:
    print(bcast(None, 0))
    # expect 1: [0, 1, 2]
