from enum import Enum, unique


class Shape(Enum):
    SQUARE = 4
    QUADRATE = 4


print(Shape.QUADRATE, Shape.QUADRATE is Shape.SQUARE, list(Shape), list(Shape.__members__))
try:

    @unique
    class Twice(Enum):
        A = 1
        B = 1

except ValueError as error:
    print(error)
# expect: Shape.SQUARE True [<Shape.SQUARE: 4>] ['SQUARE', 'QUADRATE']
# expect: duplicate values found in <enum 'Twice'>: B -> A
