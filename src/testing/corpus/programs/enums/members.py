from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED))
for color in Color:
    print(color, color.value)
print(Color(2), Color["BLUE"], len(Color), list(Color), Color.RED in Color)
print(Color.RED is Color.RED, Color.RED == Color.BLUE, Color.RED == 1, isinstance(Color.RED, Color))
# expect: Color.RED <Color.RED: 1> RED 1 <enum 'Color'>
# expect: Color.RED 1
# expect: Color.GREEN 2
# expect: Color.BLUE 3
# expect: Color.GREEN Color.BLUE 3 [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] True
# expect: True False False True
