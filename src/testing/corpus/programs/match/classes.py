class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Named(Point):
    def __init__(self, name):
        super().__init__(1, 2)
        self.name = name


def f(o):
    match o:
        case Point(0, 0):
            return "origin"
        case Named(name=n, x=x):
            return f"{n} at {x}"
        case Point(x=0, y=y):
            return f"y {y}"
        case Point(missing=_):
            return "never"
        case Point(x, y) if x > y:
            return f"{x} above {y}"
        case Point():
            return "point"


for o in [Point(0, 0), Named("n"), Point(0, 5), Point(4, 1), Point(1, 4), 5]:
    print(f(o))
# expect: origin
# expect: n at 1
# expect: y 5
# expect: 4 above 1
# expect: point
# expect: None
