"""Names for types in annotations, which say nothing to ePython itself."""

Any = type
AnyStr = str
Callable = type
ClassVar = type
Deque = list
DefaultDict = dict
Dict = dict
Final = type
FrozenSet = frozenset
Generator = type
Hashable = type
Iterable = type
Iterator = type
List = list
Literal = type
Mapping = dict
MutableMapping = dict
MutableSequence = list
NoReturn = type
Optional = type
Sequence = list
Set = set
Sized = type
Text = str
Tuple = tuple
Type = type
Union = type
TYPE_CHECKING = False


class Generic:
    """A class made of it may be followed by types in brackets."""

    @classmethod
    def _class__getitem__(cls, types):
        return cls


class Protocol(Generic):
    """A class made of it says what others have."""


class NamedTuple:
    """A class made of it is a named tuple of the fields in its body."""


def TypeVar(name, *types, bound=None):
    """Stands for any type in annotations."""
    return type


def NewType(name, type):
    """Another name for a type."""
    return type


def cast(type, value):
    """The value itself."""
    return value


def overload(function):
    """Stands above one of several forms of a function, after an @; says nothing to a core."""
    return function


def final(x):
    """Stands above what is not to be changed, after an @; says nothing to a core."""
    return x
