# cores: 16
from parallel import *
right = (coreid() + 1) % numcores()
left = (coreid() - 1) % numcores()
if coreid() == 0:
    send(1, right)
    print recv(left)
else:
    x = recv(left)
    send(x * 2, right)
# expect 0: 32768
