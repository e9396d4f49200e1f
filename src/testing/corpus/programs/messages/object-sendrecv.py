# cores: 2
from parallel import *
class Half:
    def __init__(self, values):
        self.values = values
        self.me = self
mine = Half([coreid()] * 2)
other = sendrecv(mine, 1 - coreid())
print(other.values, other.me is other, mine.values)
# expect 0: [1, 1] True [0, 0]
# expect 1: [0, 0] True [1, 1]
