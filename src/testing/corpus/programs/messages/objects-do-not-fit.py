# cores: 2
from parallel import *
class Item:
    def __init__(self, k):
        self.k = k
if coreid() == 0:
    send([Item(k) for k in range(4000)], 1) # deadlock: 0
else:
    held = [0] * 100000
    recv(0) # fault 1: out-of-memory
