# cores: 2
from parallel import *
if coreid() == 0:
    send([int, float], 1)
    send(type("a"), 1)
else:
    made = recv(0)
    print(made, made[0]("4") + 1, recv(0) == str)
# expect 1: [<class 'int'>, <class 'float'>] 5 True
