"""Enumerations: classes with a few members, each with a name and a value."""


class auto:
    """Stands for the next number as the value of a member."""


class Enum:
    """A class made of it has the members that its body defines."""

    def __init__(self, *values):
        pass

    def _named(self, name, value):
        self.name = name
        self.value = value

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"

    # What the class itself does, not its members, has names that begin with _class.

    @classmethod
    def _class__iter__(cls):
        return iter(_members(cls))

    @classmethod
    def _class__len__(cls):
        return len(_members(cls))

    @classmethod
    def _class__getitem__(cls, name):
        return cls.__members__[name]

    @classmethod
    def _class__contains__(cls, value):
        for member in _members(cls):
            if member is value or member.value == value:
                return True
        return False

    @classmethod
    def _class__call__(cls, value):
        for member in _members(cls):
            if member is value or member.value == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")


class IntEnum(int, Enum):
    """An enumeration whose members are ints."""

    def __str__(self):
        return str(self.value)


class StrEnum(str, Enum):
    """An enumeration whose members are texts."""

    def __str__(self):
        return self.value


def unique(cls):
    """Stands above an enumeration, after an @: no two members may have the same value."""
    return cls


def _raw(value):
    return value


def _members(cls):
    """Without second names."""
    return [cls.__members__[name] for name in cls.__members__ if cls.__members__[name].name == name]


def _member(cls, name, value, is_unique):
    """The member that a value becomes, which may be one with another name."""
    members = cls.__members__
    if isinstance(value, auto):
        value = name.lower() if issubclass(cls, StrEnum) else _next(members)
    for known in members.values():
        if known.value == value:
            if is_unique:
                raise ValueError(f"duplicate values found in <enum '{cls.__name__}'>: {name} -> {known.name}")
            members[name] = known
            return known
    given = value if isinstance(value, tuple) else (value,)
    member = cls(*given)
    member._named(name, value)
    members[name] = member
    return member


def _next(members):
    number = 0
    for member in members.values():
        if isinstance(member.value, int) and member.value > number:
            number = member.value
    return number + 1
