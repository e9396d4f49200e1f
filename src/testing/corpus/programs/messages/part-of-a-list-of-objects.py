# cores: 2
from parallel import *
class P:
    def __init__(self, k, all):
        self.k = k
        self.all = all
if coreid() == 0:
    every = []
    for k in range(4):
        every.append(P(k, every))
    send(every, 1, 2)
else:
    some = recv(0, 2)
    print(len(some), some[1].k, len(some[0].all), some[0].all is some[1].all, some[0].all[1] is some[1])
    # expect 1: 2 1 4 True True
