import dataclasses
@dataclasses.dataclass(order=True)
class Version:
    major: int
    minor: int = 0
a = Version(1, 2)
b = Version(1, 10)
print(a < b, a <= b, a > b, a >= b, a < Version(1, 2), a <= Version(1, 2))
try:
    print(a < 3)
except TypeError:
    print("no order")
# expect: True True False False False True
# expect: no order
