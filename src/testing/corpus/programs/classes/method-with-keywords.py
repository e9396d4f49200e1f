class Point:
    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y
    def move(self, dx=0, dy=0):
        self.x += dx
        self.y += dy
p = Point()
p.move(dy=3)
p.move(dx=1, dy=1)
p.move(2)
print(p.x, p.y)
# expect: 3 4
