# cores: 2
from parallel import *
class Square:
    def __init__(self, side):
        self.side = side
    def area(self):
        return self.side * self.side
if coreid() == 0:
    send([Square, int], 1)
else:
    make, convert = recv(0)
    print(make(convert("3")).area(), make is Square)
    # expect 1: 9 True
