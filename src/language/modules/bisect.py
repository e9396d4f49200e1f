"""Finds places in lists whose elements are in order, by halves."""


def bisect_left(a, x, lo=0, hi=None, key=None):
    """The index at which x would be put before all elements that are not below it."""
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def bisect_right(a, x, lo=0, hi=None, key=None):
    """The index at which x would be put behind all elements that are not above it."""
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect(a, x, lo=0, hi=None, key=None):
    """The same as bisect_right."""
    return bisect_right(a, x, lo, hi, key)


def insort_left(a, x, lo=0, hi=None, key=None):
    """Puts x into the list where it belongs, before those that are equal."""
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key), x)


def insort_right(a, x, lo=0, hi=None, key=None):
    """Puts x into the list where it belongs, behind those that are equal."""
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key), x)


def insort(a, x, lo=0, hi=None, key=None):
    """The same as insort_right."""
    insort_right(a, x, lo, hi, key)
