# cores: 2
from parallel import *
a = [1, [2]]
if coreid() == 0:
    send(a, 1)
    a[0] = 9
    sync()
    print a
else:
    b = recv(0)
    sync()
    b[1][0] = 7
    print b
# expect 0: [9, [2]]
# expect 1: [1, [7]]
