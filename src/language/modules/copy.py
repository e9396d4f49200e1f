"""Copies of values: of a list, dictionary or set only, or of all that is in it, too."""


def copy(x):
    """A new list, dictionary or set with the same elements; anything that cannot change is returned itself."""
    if isinstance(x, (list, dict, set)):
        return x.copy()
    return x


def deepcopy(x):
    """A new list, dictionary or set with copies of the elements, and of theirs, and so on."""
    return _copied(x, [], [])


def _copied(x, seen, copies):
    if isinstance(x, tuple):
        return tuple([_copied(element, seen, copies) for element in x])
    if isinstance(x, set):
        return x.copy()
    if not isinstance(x, (list, dict)):
        return x
    # What is in several places is copied once.
    for k in range(len(seen)):
        if seen[k] is x:
            return copies[k]
    made = [] if isinstance(x, list) else {}
    seen.append(x)
    copies.append(made)
    if isinstance(x, dict):
        for key in x:
            made[key] = _copied(x[key], seen, copies)
        return made
    for element in x:
        made.append(_copied(element, seen, copies))
    return made
