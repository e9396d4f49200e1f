from enum import Enum, auto


class Direction(Enum):
    NORTH = auto()
    EAST = auto()
    SOUTH = auto()
    WEST = auto()

    def right(self):
        return Direction(self.value % 4 + 1)

    @property
    def letter(self):
        return self.name[0]


print(Direction.WEST.right(), [d.letter for d in Direction], Direction.SOUTH.value)
# expect: Direction.NORTH ['N', 'E', 'S', 'W'] 3
