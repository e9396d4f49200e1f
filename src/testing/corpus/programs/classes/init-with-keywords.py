class Point:
    def __init__(self, x, y=7, z=9):
        self.v = [x, y, z]
print(Point(y=2, x=1).v, Point(1, z=3).v)
# expect: [1, 2, 9] [1, 7, 3]
