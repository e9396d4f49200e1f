from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0
    seen: int = field(default=0, init=False)


@dataclass
class Circle(Point):
    r: float = 1.0


def f(o):
    match o:
        case Circle(0, _, r):
            return f"circle {r}"
        case Point(x, 0):
            return f"on the line, {x}"
        case Point(seen=0, y=y):
            return y


print(f(Circle(0, 1, 2.5)), f(Circle(3)), f(Point(1, 7)))
# expect: circle 2.5 on the line, 3 7
