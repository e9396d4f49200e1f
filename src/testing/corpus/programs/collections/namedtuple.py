from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], len(p), Point._fields)
x, y = p
print(x + y, p == (1, 2), isinstance(p, tuple), p._asdict(), p._replace(y=5))
print({p: "here"}[(1, 2)], Point(*[3, 4]), Point(**{"x": 5, "y": 6}), Point._make([7, 8]))
# expect: Point(x=1, y=2) 1 2 2 ('x', 'y')
# expect: 3 True True {'x': 1, 'y': 2} Point(x=1, y=5)
# expect: here Point(x=3, y=4) Point(x=5, y=6) Point(x=7, y=8)
