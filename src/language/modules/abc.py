"""Classes that only others are made of."""


class ABC:
    """A class made of it may have abstract methods."""


def abstractmethod(function):
    """Stands above a method, after an @: only classes that have their own have objects."""
    return function
