"""The operators of Python as functions."""


def add(a, b):
    """a + b."""
    return a + b


def sub(a, b):
    """a - b."""
    return a - b


def mul(a, b):
    """a * b."""
    return a * b


def truediv(a, b):
    """a / b."""
    return a / b


def floordiv(a, b):
    """a // b."""
    return a // b


def mod(a, b):
    """a % b."""
    return a % b


def pow(a, b):
    """a ** b."""
    return a**b


def neg(a):
    """-a."""
    return -a


def pos(a):
    """+a."""
    return +a


def abs(a):
    """The distance from zero."""
    return a if a >= 0 else -a


def and_(a, b):
    """a & b."""
    return a & b


def or_(a, b):
    """a | b."""
    return a | b


def xor(a, b):
    """a ^ b."""
    return a ^ b


def inv(a):
    """~a."""
    return ~a


def invert(a):
    """~a."""
    return ~a


def lshift(a, b):
    """a << b."""
    return a << b


def rshift(a, b):
    """a >> b."""
    return a >> b


def eq(a, b):
    """a == b."""
    return a == b


def ne(a, b):
    """a != b."""
    return a != b


def lt(a, b):
    """a < b."""
    return a < b


def le(a, b):
    """a <= b."""
    return a <= b


def gt(a, b):
    """a > b."""
    return a > b


def ge(a, b):
    """a >= b."""
    return a >= b


def not_(a):
    """not a."""
    return not a


def truth(a):
    """Whether a counts as true."""
    return bool(a)


def is_(a, b):
    """a is b."""
    return a is b


def is_not(a, b):
    """a is not b."""
    return a is not b


def concat(a, b):
    """a + b, for lists, tuples and texts."""
    return a + b


def contains(a, b):
    """b in a."""
    return b in a


def getitem(a, b):
    """a[b]."""
    return a[b]


def setitem(a, b, c):
    """a[b] = c."""
    a[b] = c


def delitem(a, b):
    """del a[b]."""
    del a[b]


def itemgetter(item, *items):
    """A function that takes the element at an index or key out of its argument, or a tuple of several."""
    if not items:
        return lambda x: x[item]
    return lambda x: tuple([x[item]] + [x[one] for one in items])
