# cores: 3
from parallel import *
if coreid() < 2:
    for i in range(20): send(coreid() * 100 + i, 2)
else:
    ok = True
    for i in range(20):
        if recv(1) != 100 + i: ok = False
        if recv(0) != i: ok = False
    print ok
# expect 2: True
