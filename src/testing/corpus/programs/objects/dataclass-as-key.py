from dataclasses import dataclass
@dataclass(frozen=True)
class P:
    x: int
    y: int
@dataclass(unsafe_hash=True)
class U:
    x: int
seen = set()
for p in [P(0, 0), P(1, 0), P(0, 0)]:
    if p in seen:
        print("again", p)
    seen.add(p)
print(len(seen), {P(1, 2): "a"}[P(1, 2)], hash(P(1, 2)) == hash(P(1, 2)), len({U(1), U(1)}))
@dataclass
class M:
    x: int
try:
    {M(1): 1}
except TypeError as e:
    print(e)
# expect: again P(x=0, y=0)
# expect: 2 a True 1
# expect: unhashable type: 'M'
