from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int = 0
    def moved(self, dx):
        return Point(self.x + dx, self.y)
p = Point(1, 2)
print(p, p.moved(3), p == Point(1, 2), Point(5))
# expect: Point(x=1, y=2) Point(x=4, y=2) True Point(x=5, y=0)
