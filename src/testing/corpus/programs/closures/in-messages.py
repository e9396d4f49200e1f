# cores: 2
from parallel import *
def adder(k, more):
    total = 0
    def add(x):
        nonlocal total
        total += x
        more.append(x)
        return total + k, len(more)
    return add
if coreid() == 0:
    f = adder(100, [1, 2])
    f(5)
    send(f, 1)
    # The other core has a copy of what it shares.
    print(f(1))
    # expect 0: (106, 4)
else:
    g = recv(0)
    print(g(10), g(20))
    # expect 1: (115, 4) (135, 5)
