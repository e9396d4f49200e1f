import math


class Color:
    RED = 1
    GREEN = 2


def f(c):
    match c:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case math.pi:
            return "pi"
        case other:
            return other


print(f(1), f(2), f(math.pi), f("x"))
# expect: red green pi x
