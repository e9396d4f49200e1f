from dataclasses import dataclass
def make(n):
    @dataclass
    class Local:
        x: int
        n: int = 3
    return Local(n)
print(make(2))
class Outer:
    @dataclass
    class Inner:
        x: int = 1
print(Outer.Inner(5))
# expect: make.<locals>.Local(x=2, n=3)
# expect: Outer.Inner(x=5)
