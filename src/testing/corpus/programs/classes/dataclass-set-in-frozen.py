from dataclasses import dataclass
@dataclass(frozen=True)
class A:
    x: int
    y: int = 0
    def __post_init__(self):
        object.__setattr__(self, "y", self.x + 1)
print(A(1))
# expect: A(x=1, y=2)
