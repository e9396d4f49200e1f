class Point:
    def __init__(self, x, y=7):
        self.x = x
        self.y = y
print(Point(1).y, Point(1, 2).y)
# expect: 7 2
