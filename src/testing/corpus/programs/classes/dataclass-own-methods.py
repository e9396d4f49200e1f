from dataclasses import dataclass
@dataclass
class A:
    x: int
    def __repr__(self):
        return "<" + str(self.x) + ">"
    @property
    def double(self):
        return 2 * self.x
    @staticmethod
    def make(x):
        return A(x)
@dataclass(repr=False, eq=False)
class B:
    x: int
    def __str__(self):
        return "B!"
    def __eq__(self, other):
        return self.x % 10 == other.x % 10
print(A(1), [A(2)], A.make(3).double, B(3), B(3) == B(13))
# expect: <1> [<2>] 6 B! True
