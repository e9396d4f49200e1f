from dataclasses import dataclass, FrozenInstanceError
@dataclass(frozen=True)
class P:
    x: int
    y: int = 2
p = P(1)
print(p)
try:
    p.x = 5
except AttributeError as e:
    print(e)
try:
    p.z = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    del p.y
except AttributeError as e:
    print(e)
print(p, p == P(1, 2))
# expect: P(x=1, y=2)
# expect: cannot assign to field 'x'
# expect: FrozenInstanceError cannot assign to field 'z'
# expect: cannot delete field 'y'
# expect: P(x=1, y=2) True
