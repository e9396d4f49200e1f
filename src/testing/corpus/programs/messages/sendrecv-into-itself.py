# cores: 2
from parallel import *
a = [coreid()] * 3
b = a
i = 0
while i < 20:
    a = sendrecv(a, 1 - coreid())
    a.append(i)
    i += 1
print a[0], len(a), b, a[-1]
# expect 0: 0 23 [0, 0, 0] 19
# expect 1: 1 23 [1, 1, 1] 19
