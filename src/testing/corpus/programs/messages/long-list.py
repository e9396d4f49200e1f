# cores: 2
from parallel import *
if coreid() == 0:
    send([1.5] * 20000, 1)
    send(range(5000), 1)
else:
    a = recv(0)
    print len(a), a[0], a[19999]
    b = recv(0)
    print len(b), b[4999], sum(b)
# expect 1: 20000 1.5 1.5
# expect 1: 5000 4999 12497500
