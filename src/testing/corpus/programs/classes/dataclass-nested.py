from dataclasses import dataclass
@dataclass
class Point:
    x: float
    y: float
@dataclass
class Line:
    a: Point
    b: "Point"
    label: str = 'it\'s "one"'
l = Line(Point(0.0, 1.5), Point(2.0, -1.0))
print(l)
l.b.x = 9.0
print(l.b, l == Line(Point(0.0, 1.5), Point(9.0, -1.0)))
# expect: Line(a=Point(x=0.0, y=1.5), b=Point(x=2.0, y=-1.0), label='it\'s "one"')
# expect: Point(x=9.0, y=-1.0) True
