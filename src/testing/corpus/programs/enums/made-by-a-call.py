from enum import Enum, IntEnum
Color = Enum("Color", "RED GREEN BLUE")
Animal = Enum("Animal", ["CAT", "DOG"])
Size = IntEnum("Size", {"SMALL": 10, "LARGE": 20})
Letter = Enum("Letter", [("A", "alpha"), ("B", "beta")])
print(Color.RED, list(Color), Color(2), Color["BLUE"])
print(Animal.DOG.value, Size.LARGE + 1, Letter.B.value)
# expect: Color.RED [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] Color.GREEN Color.BLUE
# expect: 2 21 beta
