"""Containers for what lists and dictionaries alone are too plain for."""


class defaultdict(dict):
    """A dictionary that makes the value of a key that it does not have."""

    def __init__(self, default_factory=None, values=(), **named):
        self.__value__ = dict(values)
        self.__value__.update(named)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self.__value__[key] = value
        return value

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {self.__value__!r})"

    def copy(self):
        return defaultdict(self.default_factory, self.__value__)


class OrderedDict(dict):
    """A dictionary whose keys can be moved to either end."""

    def __repr__(self):
        return f"OrderedDict({list(self.__value__.items())!r})" if self.__value__ else "OrderedDict()"

    def move_to_end(self, key, last=True):
        """Makes a key the last one, or the first."""
        values = self.__value__
        value = values.pop(key)
        if last:
            values[key] = value
            return
        others = list(values.items())
        values.clear()
        values[key] = value
        values.update(others)

    def popitem(self, last=True):
        """Takes the last entry, or the first, out and gives it."""
        values = self.__value__
        if not values:
            raise KeyError("dictionary is empty")
        if last:
            return values.popitem()
        for key in values:
            break
        return (key, values.pop(key))

    def copy(self):
        return OrderedDict(self.__value__)


class Counter(dict):
    """A dictionary that counts: how often there is each key."""

    def __init__(self, values=(), **named):
        self.__value__ = {}
        self.update(values, **named)

    def __missing__(self, key):
        return 0

    def __repr__(self):
        if not self.__value__:
            return "Counter()"
        return "Counter({" + ", ".join([f"{key!r}: {count!r}" for key, count in self.most_common()]) + "})"

    def update(self, values=(), **named):
        """Counts further elements, or adds other counts."""
        self._count(values, 1)
        if named:
            self._count(named, 1)

    def subtract(self, values=(), **named):
        """Takes elements, or other counts, away."""
        self._count(values, -1)
        if named:
            self._count(named, -1)

    def _count(self, values, sign):
        counts = self.__value__
        if isinstance(values, dict):
            for key in values:
                counts[key] = counts.get(key, 0) + sign * values[key]
        else:
            for key in values:
                counts[key] = counts.get(key, 0) + sign

    def most_common(self, n=None):
        """The keys with their counts, the most frequent first; at most n of them."""
        pairs = sorted(self.__value__.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[: max(n, 0)]

    def elements(self):
        """Each key as often as it was counted, one by one."""
        for key, count in self.__value__.items():
            for k in range(count):
                yield key

    def total(self):
        """The sum of all counts."""
        return sum(self.__value__.values())

    def copy(self):
        return Counter(self.__value__)

    def _combined(self, other, function):
        result = Counter()
        for key in [*self.__value__, *[key for key in other if key not in self.__value__]]:
            count = function(self[key], other[key])
            if count > 0:
                result.__value__[key] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __and__(self, other):
        return self._combined(other, lambda a, b: min(a, b))

    def __or__(self, other):
        return self._combined(other, lambda a, b: max(a, b))

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self


class deque:
    """A list with two ends; of at most maxlen elements, if that is given."""

    def __init__(self, iterable=(), maxlen=None):
        self.__items__ = []
        self.maxlen = maxlen
        self.extend(iterable)

    def __repr__(self):
        if self.maxlen is None:
            return f"deque({self.__items__!r})"
        return f"deque({self.__items__!r}, maxlen={self.maxlen})"

    def append(self, x):
        """Puts x at the right end."""
        self.__items__.append(x)
        if self.maxlen is not None and len(self.__items__) > self.maxlen:
            self.__items__.pop(0)

    def appendleft(self, x):
        """Puts x at the left end."""
        self.__items__.insert(0, x)
        if self.maxlen is not None and len(self.__items__) > self.maxlen:
            self.__items__.pop()

    def extend(self, iterable):
        """Puts all elements at the right end."""
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable):
        """Puts one element after the other at the left end."""
        for x in iterable:
            self.appendleft(x)

    def pop(self):
        """Takes the element at the right end."""
        if not self.__items__:
            raise IndexError("pop from an empty deque")
        return self.__items__.pop()

    def popleft(self):
        """Takes the element at the left end."""
        if not self.__items__:
            raise IndexError("pop from an empty deque")
        return self.__items__.pop(0)

    def rotate(self, n=1):
        """Moves n elements from the right end to the left end; for n below 0 the other way."""
        items = self.__items__
        if items:
            k = len(items) - n % len(items)
            items[:] = items[k:] + items[:k]

    def copy(self):
        return deque(self.__items__, self.maxlen)

    def __add__(self, other):
        return deque(self.__items__ + list(other), self.maxlen)

    def __iadd__(self, other):
        self.extend(list(other))
        return self

    def __mul__(self, times):
        return deque(self.__items__ * times, self.maxlen)

    def __imul__(self, times):
        items = self.__items__ * times
        self.__items__.clear()
        self.extend(items)
        return self


class _NamedTuple(tuple):
    _fields = ()

    def __repr__(self):
        texts = [f"{name}={value!r}" for name, value in zip(self._fields, self.__value__)]
        return type(self).__name__ + "(" + ", ".join(texts) + ")"

    def _asdict(self):
        return dict(zip(self._fields, self.__value__))

    def _replace(self, **changes):
        return type(self)(**{**self._asdict(), **changes})

    @classmethod
    def _make(cls, values):
        return cls(*values)


def namedtuple(name, fields, **options):
    """Makes a class of tuples whose elements have names."""
    raise TypeError("namedtuple() can only stand alone behind a name and =, or behind the name of a class")
