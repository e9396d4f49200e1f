# cores: 2
from parallel import *
def make(n):
    def down(k):
        return [n] if k == 0 else [k] + down(k - 1)
    return down
if coreid() == 0:
    send([make(7), make(8)], 1)
else:
    a, b = recv(0)
    print(a(2), b(1))
    # expect 1: [2, 1, 7] [1, 8]
