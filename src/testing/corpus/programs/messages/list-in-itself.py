# cores: 2
from parallel import *
a = [1]
a.append(a)
if coreid() == 0:
    send(a, 1)
else:
    b = recv(0)
    print(b, b[1] is b)
# expect 1: [1, [...]] True
