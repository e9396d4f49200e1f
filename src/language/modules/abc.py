"""Classes that only others are made of."""


class ABC:
    """A class made of it may have abstract methods."""


class ABCMeta:
    """As the metaclass of a class it makes it one like ABC."""


def abstractmethod(function):
    """Stands above a method, after an @: only classes that have their own have objects."""
    return function
