# cores: 2
from parallel import *
if coreid() == 0:
    send([1, 2, 3], 1)
    send([1, "a", [2.5, None]], 1)
    send([], 1)
    send((1, 2), 1)
    send([["deep", ["deeper", [True]]], "x"], 1)
else:
    print recv(0), recv(0), recv(0), recv(0), recv(0)
# expect 1: [1, 2, 3] [1, 'a', [2.5, None]] [] (1, 2) [['deep', ['deeper', [True]]], 'x']
