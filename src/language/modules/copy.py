"""Copies of values: of a list only, or of all that is in it, too."""


def copy(x):
    """A new list with the same elements; anything that cannot change is returned itself."""
    if isinstance(x, list):
        return x[:]
    return x


def deepcopy(x):
    """A new list with copies of the elements, and of theirs, and so on."""
    return _copied(x, [], [])


def _copied(x, seen, copies):
    if isinstance(x, tuple):
        return tuple([_copied(element, seen, copies) for element in x])
    if not isinstance(x, list):
        return x
    # What is in several places is copied once.
    for k in range(len(seen)):
        if seen[k] is x:
            return copies[k]
    made = []
    seen.append(x)
    copies.append(made)
    for element in x:
        made.append(_copied(element, seen, copies))
    return made
