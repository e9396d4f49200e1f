"""What stands for the built-in types where a class is made of them: objects that hold a value of the type."""


class ListObject:
    def __init__(self, values=()):
        self.__value__ = list(values)


class DictObject:
    def __init__(self, values=(), **named):
        self.__value__ = dict(values)
        self.__value__.update(named)


class SetObject:
    def __init__(self, values=()):
        self.__value__ = set(values)


class FrozensetObject:
    def __init__(self, values=()):
        self.__value__ = frozenset(values)


class TupleObject:
    def __init__(self, values=()):
        self.__value__ = tuple(values)


class StrObject:
    def __init__(self, value=""):
        self.__value__ = str(value)


class IntObject:
    def __init__(self, value=0):
        self.__value__ = int(value)


class FloatObject:
    def __init__(self, value=0.0):
        self.__value__ = float(value)
