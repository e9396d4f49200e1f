from dataclasses import dataclass, field
@dataclass
class Square:
    side: int
    area: int = field(init=False)
    def __post_init__(self):
        self.area = self.side * self.side
@dataclass
class Named(Square):
    name: str = "none"
print(Square(3), Named(4, "big"))
# expect: Square(side=3, area=9) Named(side=4, area=16, name='big')
