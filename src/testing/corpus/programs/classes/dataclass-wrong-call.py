from dataclasses import dataclass
@dataclass
class A:
    x: int
    y: int
print(A(1)) # error: too-few-arguments
print(A(1, 2, 3)) # error: too-many-arguments
print(A(1, z=2)) # error: unknown-keyword
