"""Copies of values: of a list, dictionary or set only, or of all that is in it, too."""


def copy(x):
    """A new list, dictionary, set or object with the same elements or attributes; anything that cannot change is returned itself."""
    if isinstance(x, (list, dict, set)):
        return x.copy()
    if hasattr(x, "__copy__"):
        return x.__copy__()
    return _new(x) if hasattr(x, "__dict__") else x


def _new(x):
    """Another object with the same attributes."""
    made = object.__new__(x.__class__)
    made.__dict__.update(x.__dict__)
    return made


def deepcopy(x):
    """A new list, dictionary, set or object with copies of the elements or attributes, and of theirs, and so on."""
    return _copied(x, [], [])


def _copied(x, seen, copies):
    if isinstance(x, tuple):
        return tuple([_copied(element, seen, copies) for element in x])
    if isinstance(x, set):
        return x.copy()
    is_object = hasattr(x, "__dict__")
    if not is_object and not isinstance(x, (list, dict)):
        return x
    # What is in several places is copied once.
    for k in range(len(seen)):
        if seen[k] is x:
            return copies[k]
    if is_object and hasattr(x, "__deepcopy__"):
        return x.__deepcopy__({})
    made = _new(x) if is_object else [] if isinstance(x, list) else {}
    seen.append(x)
    copies.append(made)
    if is_object:
        values = x.__dict__
        made.__dict__.update({name: _copied(values[name], seen, copies) for name in values})
        return made
    if isinstance(x, dict):
        for key in x:
            made[key] = _copied(x[key], seen, copies)
        return made
    for element in x:
        made.append(_copied(element, seen, copies))
    return made
