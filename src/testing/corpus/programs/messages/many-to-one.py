# cores: 16
from parallel import *
if coreid() == 0:
    total = 0
    for i in range(1, numcores()): total += len(recv(i))
    print total
else:
    send("x" * coreid(), 0)
# expect 0: 120
