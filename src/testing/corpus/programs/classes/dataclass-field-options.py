from dataclasses import dataclass, field
@dataclass
class A:
    x: int
    secret: str = field(default="s", repr=False)
    seen: int = field(default=0, compare=False)
    log: list = field(default_factory=list, init=False)
    kind: str = field(default="k", init=False)
a = A(1, "t", 5)
a.log.append(2)
print(a, a.secret)
print(A(1, seen=1) == A(1, seen=2), A(1, "u") == A(1, "v"))
# expect: A(x=1, seen=5, log=[2], kind='k') t
# expect: True False
