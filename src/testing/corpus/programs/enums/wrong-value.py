from enum import Enum


class Color(Enum):
    RED = 1


try:
    print(Color(9))
except ValueError as error:
    print(error)
try:
    print(Color["PINK"])
except KeyError as error:
    print("KeyError", error)
# expect: 9 is not a valid Color
# expect: KeyError 'PINK'
