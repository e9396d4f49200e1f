# cores: 2
from parallel import *
if coreid() == 0:
    send(1, 1)
    send("two", 1)
    send(3.5, 1)
    send(None, 1)
else:
    x = recv(0, 4)
    print x
# expect 1: [1, 'two', 3.5, None]
