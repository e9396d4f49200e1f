from dataclasses import dataclass
@dataclass
class A:
    x: int
@dataclass
class B:
    x: int
print(A(1) == A(1), A(1) == A(2), A(1) != A(2), A(1) == B(1), A(1) == 1)
print(A(2) in [A(1), A(2)], [A(1)] == [A(1)])
# expect: True False True False False
# expect: True True
