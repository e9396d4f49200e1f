from dataclasses import dataclass
@dataclass
class A:
    """A counter."""
    x: int
    total = 0
    def add(self):
        A.total += self.x
A(2).add()
A(3).add()
print(A.total, A(1))
@dataclass
class Empty:
    pass
print(Empty(), Empty() == Empty())
# expect: 5 A(x=1)
# expect: Empty() True
