"""Built-in functions that are written in ePython itself."""


def map(function, iterable):
    """A list of what the function gives for each element."""
    results = []
    for element in iterable:
        results.append(function(element))
    return results


def filter(function, iterable):
    """A list of the elements for which the function gives something true, or without function of those that are true."""
    kept = []
    for element in iterable:
        if function is None:
            if element:
                kept.append(element)
        elif function(element):
            kept.append(element)
    return kept
