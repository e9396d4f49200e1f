from dataclasses import dataclass, field
@dataclass
class Bag:
    items: list = field(default_factory=list)
    sizes: dict = field(default_factory=lambda: {"small": 1})
a = Bag()
b = Bag()
a.items.append(3)
a.sizes["big"] = 2
print(a)
print(b)
print(Bag([7]))
# expect: Bag(items=[3], sizes={'small': 1, 'big': 2})
# expect: Bag(items=[], sizes={'small': 1})
# expect: Bag(items=[7], sizes={'small': 1})
