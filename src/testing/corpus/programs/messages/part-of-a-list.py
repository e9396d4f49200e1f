# cores: 2
from parallel import *
if coreid() == 0:
    a = [1, 2, 3, 4]
    send(a, 1, 2)
    send(a, 1, 0)
    send(a, 1, 4)
    send(a, 1)
    for x in a: send(x, 1)
else:
    print recv(0), recv(0), recv(0, 4), recv(0), recv(0, 4)
# expect 1: [1, 2] [] [1, 2, 3, 4] [1, 2, 3, 4] [1, 2, 3, 4]
