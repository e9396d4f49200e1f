from dataclasses import dataclass, field
BASE = 7
@dataclass
class A:
    x: int
    y: int = BASE
    z: list = field(default_factory=list)
@dataclass
class B(A):
    w: int = 1
    y: int = 100
class C(B):
    def twice(self):
        return self.x * 2
@dataclass
class D(A):
    v: str = "v"
print(A(1), B(1), B(1, 2, [3], 4), D(5))
print(C(6), C(6).twice(), B(1) == C(1), isinstance(B(1), A))
# expect: A(x=1, y=7, z=[]) B(x=1, y=100, z=[], w=1) B(x=1, y=2, z=[3], w=4) D(x=5, y=7, z=[], v='v')
# expect: C(x=6, y=100, z=[], w=1) 12 False True
