from dataclasses import dataclass, field
START = 10
@dataclass
class A:
    x: int = field(default=4)
    y: int = START + 1
START = 20
print(A(), A.x, A.y, A(y=1))
# expect: A(x=4, y=11) 4 11 A(x=4, y=1)
