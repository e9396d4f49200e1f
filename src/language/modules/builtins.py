"""Built-in functions that are written in ePython itself. Those with _ are what the compiler makes of calls and operators."""


def map(function, iterable, *others):
    """What the function gives for each element, computed one by one as it is asked for; of several iterables, for one of each."""
    if not others:
        for element in iterable:
            yield function(element)
        return
    for elements in _zip([iterable, *others]):
        yield function(*elements)


def _map(function, iterable):
    for element in iterable:
        yield function(element)


def _map_padded(function, sources):
    iterators = [iter(source) for source in sources]
    results = []
    while True:
        # Itself stands for the end: no source can give it.
        elements = [next(iterator, _map_padded) for iterator in iterators]
        if all([element is _map_padded for element in elements]):
            return results
        results.append(function(*[None if element is _map_padded else element for element in elements]))


def _map_list(function, iterable):
    results = []
    for element in iterable:
        results.append(function(element))
    return results


def filter(function, iterable):
    """The elements for which the function gives something true, or without function those that are true, one by one."""
    for element in iterable:
        if function is None:
            if element:
                yield element
        elif function(element):
            yield element


def _filter_list(function, iterable):
    kept = []
    for element in iterable:
        if function is None:
            if element:
                kept.append(element)
        elif function(element):
            kept.append(element)
    return kept


def _enumerate(iterable, start=0):
    for element in iterable:
        yield start, element
        start += 1


def _zip(sources):
    iterators = [iter(source) for source in sources]
    # Itself stands for the end: no source can give it.
    while iterators:
        row = []
        for iterator in iterators:
            element = next(iterator, _zip)
            if element is _zip:
                return
            row.append(element)
        yield tuple(row)


def _zip_strict(sources, strict):
    iterators = [iter(source) for source in sources]
    while iterators:
        row = []
        for iterator in iterators:
            element = next(iterator, _zip_strict)
            if element is _zip_strict:
                if strict:
                    _even(iterators, len(row))
                return
            row.append(element)
        yield tuple(row)


def _even(iterators, ended):
    """The one at an index has come to its end: all others must have, too."""
    if ended > 0:
        raise ValueError(f"zip() argument {ended + 1} is shorter than argument{_to(ended)}")
    for k in range(1, len(iterators)):
        if next(iterators[k], _zip_strict) is not _zip_strict:
            raise ValueError(f"zip() argument {k + 1} is longer than argument{_to(k)}")


def _to(last):
    return " 1" if last == 1 else f"s 1-{last}"


def _reversed(x):
    k = len(x) - 1
    while k >= 0:
        yield x[k]
        k -= 1


def _calls(function, sentinel):
    while True:
        result = function()
        if result == sentinel:
            return
        yield result


def _list(iterable):
    """For what goes through all elements at once."""
    return [element for element in iterable]


def _extend(elements, iterable):
    """For what looks at the list while it grows."""
    for element in iterable:
        elements.append(element)


def _extend_of(x, iterable):
    """Where a class has a method of this name, too."""
    return _extend(x, iterable) if isinstance(x, list) else x.extend(iterable)


def _first(iterable, count):
    """For what wants so many elements and has to see whether there are more."""
    elements = []
    for element in iterable:
        elements.append(element)
        if len(elements) > count:
            return elements
    return elements


def _any(iterable):
    for element in iterable:
        if element:
            return [True]
    return []


def _all(iterable):
    for element in iterable:
        if not element:
            return [False]
    return []


def _found(iterable, value):
    for element in iterable:
        if element is value or element == value:
            return [element]
    return []


def _sorted(x, key=None, reverse=False):
    elements = [element for element in x]
    _sort(elements, key, reverse)
    return elements


def _sort(elements, key=None, reverse=False):
    if key is None:
        elements.sort(reverse)
        return
    # Of elements with the same key the first stays the first, also in descending order.
    sign = -1 if reverse else 1
    keyed = [(key(elements[k]), k * sign) for k in range(len(elements))]
    keyed.sort(reverse)
    before = elements[:]
    for k in range(len(before)):
        elements[k] = before[keyed[k][1] * sign]


def _sort_of(x, key=None, reverse=None):
    """Where a class has a method of this name, too."""
    if isinstance(x, list):
        return _sort(x, key, bool(reverse))
    method = getattr(x, "sort")
    return method(key=key) if reverse is None else method(key=key, reverse=reverse)


def _max(x, key=None):
    return _max_or(x, key, _max)


def _min(x, key=None):
    return _min_or(x, key, _min)


def _max_or(x, key=None, default=None):
    best = default
    isFirst = True
    for element in x:
        found = element if key is None else key(element)
        if isFirst or found > most:
            best = element
            most = found
            isFirst = False
    # Itself stands for no default.
    if best is _max:
        raise ValueError("max() arg is an empty sequence")
    return best


def _min_or(x, key=None, default=None):
    best = default
    isFirst = True
    for element in x:
        found = element if key is None else key(element)
        if isFirst or found < least:
            best = element
            least = found
            isFirst = False
    if best is _min:
        raise ValueError("min() arg is an empty sequence")
    return best


def _sum(x, start):
    for element in x:
        start = start + element
    return start

def _quoted(answers, a):
    """Notes for an operation in the midst of its work what stands for an object in a list's text, …"""
    answers.append(repr(a))
    return answers


def _text_of(answers, a):
    """… what its own text is, …"""
    answers.append(str(a))
    return answers


def _in_form(answers, a, form):
    """… what that is in a form, …"""
    answers.append(a.__format__(form))
    return answers


def _is_true(answers, a):
    """… whether it counts as true, …"""
    answers.append(1 if a else 0)
    return answers


def _added(answers, a, b):
    """… what it and another value add up to, …"""
    answers.append(a + b)
    return answers


def _are_equal(answers, a, b):
    """… whether two values are equal, …"""
    answers.append(1 if a == b else 0)
    return answers


def _is_less(answers, a, b):
    """… which of two comes first, …"""
    answers.append(1 if a < b else 0)
    return answers


def _order_of(answers, elements, downwards):
    """… in which order the elements of a list are sorted: a list of their indices, merged from shorter and shorter parts of it, …"""
    count = len(elements)
    order = list(range(count))
    sorted_before = elements[:]
    size = 1
    while size < count:
        merged = []
        for start in range(0, count, size * 2):
            middle = min(start + size, count)
            end = min(start + size * 2, count)
            i = start
            k = middle
            while i < middle and k < end:
                a = sorted_before[order[i]]
                b = sorted_before[order[k]]
                # Equals stay in their order.
                if a < b if downwards else b < a:
                    merged.append(order[k])
                    k += 1
                else:
                    merged.append(order[i])
                    i += 1
            merged.extend(order[i:middle])
            merged.extend(order[k:end])
        order = merged
        size *= 2
    if len(elements) != count:
        raise ValueError("list modified during sort")
    answers.append(order)
    return answers


def _index_of(answers, a):
    """… what it is as an index, …"""
    answers.append(a.__index__())
    return answers


def _hash_of(answers, a):
    """… and what its hash is."""
    found = a.__hash__()
    if not isinstance(found, int):
        raise TypeError("__hash__ method should return an integer")
    answers.append(int(found))
    return answers


def _contains(a, b):
    """Whether a value comes among those that something lazy gives."""
    for value in b:
        if value is a or value == a:
            return True
    return False


def _by_index(x):
    """The elements of an object whose class only says what is at an index."""
    k = 0
    while True:
        try:
            element = x[k]
        except IndexError:
            return
        yield element
        k += 1


def _sequence(value, count, isAll):
    """What a pattern takes apart that is written like a list; None if it does not fit."""
    if not isinstance(value, (list, tuple, range)):
        return None
    if isAll:
        return value if len(value) == count else None
    return list(value) if len(value) >= count else None


def _mapping(value, keys, hasRest):
    """What a pattern in braces looks at, and the rest of the dictionary; None if it does not fit."""
    if not isinstance(value, dict):
        return None
    parts = []
    for key in keys:
        if key not in value:
            return None
        parts.append(value[key])
    if hasRest:
        rest = dict(value)
        for key in keys:
            del rest[key]
        parts.append(rest)
    return parts


def _attributes(value, kind, count, names):
    """What a pattern with the name of a class looks at; None if it does not fit."""
    if not isinstance(value, kind):
        return None
    parts = []
    if count > 0:
        own = kind in (bool, dict, float, frozenset, int, list, set, str, tuple)
        args = () if own else getattr(kind, "__match_args__", ())
        most = 1 if own else len(args)
        if count > most:
            plural = "" if most == 1 else "s"
            raise TypeError(f"{kind.__name__}() accepts {most} positional sub-pattern{plural} ({count} given)")
        if own:
            parts.append(value)
        names = (*args[:count], *names)
    for name in names:
        # Itself stands for what is not there: no attribute can be it.
        part = getattr(value, name, _attributes)
        if part is _attributes:
            return None
        parts.append(part)
    return parts


def vars(x):
    """The attributes that an object has of its own, as a dictionary."""
    return x.__dict__


def _set_all(x, values):
    """Sets the attributes that a dictionary names."""
    for name in values:
        object.__setattr__(x, name, values[name])


def _has_attribute(answers, x, name):
    """Notes for an operation in the midst of its work whether an object has an attribute that a function of its class may give, …"""
    try:
        getattr(x, name)
        answers.append(1)
    except AttributeError:
        answers.append(0)
    return answers


def _attribute_or(answers, x, name, default):
    """… and what it is, or a value in its place."""
    try:
        answers.append(getattr(x, name))
    except AttributeError:
        answers.append(default)
    return answers


def _construct(cls, *args, **named):
    """An object of a class that makes its objects itself."""
    made = cls.__new__(cls, *args, **named)
    if isinstance(made, cls):
        made.__init__(*args, **named)
    return made
