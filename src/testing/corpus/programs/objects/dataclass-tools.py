from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
@dataclass
class P:
    x: int
    y: int = 5
@dataclass
class L:
    a: P
    b: list = field(default_factory=list)
    c: str = "hey"
p = P(1)
print(asdict(p), astuple(p), replace(p, y=9))
l = L(p, [P(3, 4), 1])
print(asdict(l), astuple(l))
print([f.name for f in fields(P)], [f.name for f in fields(l)], is_dataclass(p), is_dataclass(3))
q = replace(l, c="new")
print(q, q.b is l.b)
# expect: {'x': 1, 'y': 5} (1, 5) P(x=1, y=9)
# expect: {'a': {'x': 1, 'y': 5}, 'b': [{'x': 3, 'y': 4}, 1], 'c': 'hey'} ((1, 5), [(3, 4), 1], 'hey')
# expect: ['x', 'y'] ['a', 'b', 'c'] True False
# expect: L(a=P(x=1, y=5), b=[P(x=3, y=4), 1], c='new') True
