"""Built-in functions that are written in ePython itself. Those with _ are what the compiler makes of calls and operators."""


def map(function, iterable):
    """What the function gives for each element, computed one by one as it is asked for."""
    for element in iterable:
        yield function(element)


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


def _enumerate(x, start=0):
    for element in x:
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


def _max(x, key=None):
    elements = [element for element in x]
    if key is None or not elements:
        return max(elements)
    best = elements[0]
    most = key(best)
    for k in range(1, len(elements)):
        found = key(elements[k])
        if found > most:
            best = elements[k]
            most = found
    return best


def _min(x, key=None):
    elements = [element for element in x]
    if key is None or not elements:
        return min(elements)
    best = elements[0]
    least = key(best)
    for k in range(1, len(elements)):
        found = key(elements[k])
        if found < least:
            best = elements[k]
            least = found
    return best


def _max_or(x, key=None, default=None):
    elements = [element for element in x]
    return _max(elements, key) if elements else default


def _min_or(x, key=None, default=None):
    elements = [element for element in x]
    return _min(elements, key) if elements else default


def _sum(x, start):
    for element in x:
        start = start + element
    return start
def _repr_of(values):
    """The text of what has objects in it whose classes make their own text."""
    texts = []
    if isinstance(values, dict):
        for value in values:
            texts.append(f"{value!r}: {values[value]!r}")
        return "{" + ", ".join(texts) + "}"
    for value in values:
        texts.append(f"{value!r}")
    text = ", ".join(texts)
    if isinstance(values, list):
        return "[" + text + "]"
    if isinstance(values, set):
        return "{" + text + "}"
    if isinstance(values, frozenset):
        return "frozenset({" + text + "})"
    if len(texts) == 1:
        text += ","
    return "(" + text + ")"


def _equal(a, b):
    """Whether two lists or tuples are equal in which there are objects of classes that say what is equal."""
    if type(a) != type(b) or len(a) != len(b):
        return False
    for k in range(len(a)):
        if not (a[k] is b[k] or a[k] == b[k]):
            return False
    return True


def _contains(a, b):
    """Whether a value is in a list or tuple, where a class says what is equal."""
    for value in b:
        if value is a or value == a:
            return True
    return False


def _less(a, b):
    """Whether a list or tuple comes before another, where a class says what comes first."""
    for k in range(min(len(a), len(b))):
        if not (a[k] is b[k] or a[k] == b[k]):
            return a[k] < b[k]
    return len(a) < len(b)


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
