from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 3


print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level.LOW == 1, [10, 20, 30, 40][Level.HIGH])
print(sorted([Level.HIGH, Level.LOW]), max(Level), Level(3), repr(Level.LOW), {1: "one"}[Level.LOW])
# expect: True 4 True 40
# expect: [<Level.LOW: 1>, <Level.HIGH: 3>] 3 3 <Level.LOW: 1> one
