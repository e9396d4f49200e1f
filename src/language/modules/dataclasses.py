"""Classes that hold data, whose usual methods are made of their fields."""


class FrozenInstanceError(AttributeError):
    """A frozen object was to be changed."""


def dataclass(cls):
    """Stands above a class, after an @; the methods are made when the program is read."""
    raise TypeError("dataclass() can only stand above a class, after an @")


def field(**options):
    """Stands behind a field of a data class: its default, or a function that makes one."""
    raise TypeError("field() can only stand behind a field of a data class")


class Field:
    """What `fields` says of a field."""

    def __init__(self, name):
        self.name = name


def fields(x):
    """The fields of a data class or one of its objects, each with its name."""
    return tuple([Field(name) for name, _ in _known(x)])


def is_dataclass(x):
    """Whether a value is a data class or an object of one."""
    return hasattr(x, "__dataclass_fields__")


def asdict(x):
    """A dictionary of what an object of a data class holds, with dictionaries for such objects in it, however deep."""
    return {name: _opened(getattr(x, name), True) for name, _ in _known(x)}


def astuple(x):
    """A tuple of what an object of a data class holds, with tuples for such objects in it, however deep."""
    return tuple([_opened(getattr(x, name), False) for name, _ in _known(x)])


def replace(x, **changes):
    """A new object with the values of this one, but for those that are given."""
    for name, is_given in _known(x):
        if is_given and name not in changes:
            changes[name] = getattr(x, name)
    return x.__class__(**changes)


def _known(x):
    if not is_dataclass(x):
        raise TypeError("must be called with a dataclass type or instance")
    return x.__dataclass_fields__


def _opened(x, by_name):
    if isinstance(x, list):
        return [_opened(element, by_name) for element in x]
    if isinstance(x, tuple):
        return tuple([_opened(element, by_name) for element in x])
    if isinstance(x, dict):
        return {_opened(key, by_name): _opened(x[key], by_name) for key in x}
    if not is_dataclass(x):
        return x
    return asdict(x) if by_name else astuple(x)


KW_ONLY = None


def _made():
    pass
