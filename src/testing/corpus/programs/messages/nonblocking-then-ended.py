# cores: 2
from parallel import *
if coreid() == 0:
    nonblocking_send("left behind " + str(coreid()), 1)
else:
    sum = 0
    for i in range(200): sum += i
    print recv(0)
# expect 1: left behind 0
