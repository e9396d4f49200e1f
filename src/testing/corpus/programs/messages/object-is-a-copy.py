# cores: 2
from parallel import *
class Box:
    def __init__(self):
        self.items = []
box = Box()
if coreid() == 0:
    send(box, 1)
    print(box.items)
    # expect 0: []
else:
    other = recv(0)
    other.items.append(1)
    print(other.items, box.items, other is box)
    # expect 1: [1] [] False
sync()
