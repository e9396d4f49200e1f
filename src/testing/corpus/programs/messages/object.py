# cores: 2
from parallel import *
class Point:
    kind = "point"
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def norm(self):
        return self.x * self.x + self.y * self.y
if coreid() == 0:
    send(Point(3, 4), 1)
else:
    p = recv(0)
    print(p.x, p.y, p.norm(), p.kind, isinstance(p, Point), type(p) is Point)
    # expect 1: 3 4 25 point True True
