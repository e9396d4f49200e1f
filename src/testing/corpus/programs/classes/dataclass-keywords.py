from dataclasses import dataclass
@dataclass
class Item:
    name: str
    price: float = 1.5
    count: int = 2
print(Item(price=3.0, name="nut"))
print(Item("bolt", count=7))
# expect: Item(name='nut', price=3.0, count=2)
# expect: Item(name='bolt', price=1.5, count=7)
