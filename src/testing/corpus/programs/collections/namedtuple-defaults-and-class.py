from collections import namedtuple

Account = namedtuple("Account", "owner, balance", defaults=[0])


class Vector(namedtuple("Vector", "x y")):
    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Account("Ann"), Vector(1, 2) + Vector(3, 4))
try:
    Account("Ann").balance = 3
except AttributeError:
    print("it cannot be changed")
# expect: Account(owner='Ann', balance=0) Vector(x=4, y=6)
# expect: it cannot be changed
