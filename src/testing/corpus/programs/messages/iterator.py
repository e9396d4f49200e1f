# cores: 2
from parallel import *
if coreid() == 0:
    values = iter([1, 2, 3])
    next(values)
    send(values, 1)
else:
    values = recv(0)
    print(next(values), next(values))
    # expect 1: 2 3
