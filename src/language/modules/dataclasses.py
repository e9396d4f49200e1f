"""Classes that hold data, whose usual methods are made of their fields."""


class FrozenInstanceError(AttributeError):
    """A frozen object was to be changed."""


def dataclass(cls):
    """Stands above a class, after an @; the methods are made when the program is read."""
    raise TypeError("dataclass() can only stand above a class, after an @")


def field(**options):
    """Stands behind a field of a data class: its default, or a function that makes one."""
    raise TypeError("field() can only stand behind a field of a data class")


def _made():
    pass
