from functools import partial


def power(base, exponent):
    return base**exponent


square = partial(power, exponent=2)
two = partial(power, 2)
print(square(5), two(10), list(map(partial(power, 3), [1, 2])))
# expect: 25 1024 [3, 9]
