# cores: 2
# hosts: 2
from parallel import *
right = (coreid() + 1) % numcores()
left = (coreid() - 1) % numcores()
if coreid() == 0:
    send(["token"], right)
    print recv(left)
else:
    x = recv(left)
    x.append(coreid())
    send(x, right)
# expect 0: ['token', 1, 2, 3]
