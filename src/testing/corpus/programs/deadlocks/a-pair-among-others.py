# cores: 4
from parallel import *
if coreid() < 2:
    recv(1 - coreid())
else:
    x = 0
    for i in range(300): x += i
    print sendrecv(x, 5 - coreid())
# expect 2,3: 44850
# deadlock: 0 1
