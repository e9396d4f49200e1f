from dataclasses import dataclass
@dataclass
class K:
    x: int
d = {}
try:
    d[K(1)] = 2
except TypeError:
    print("no key", len(d))
# expect: no key 0
