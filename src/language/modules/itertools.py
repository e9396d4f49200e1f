"""Iterators that count, repeat, join and select."""


def count(start=0, step=1):
    """start, start + step, and so on without end."""
    while True:
        yield start
        start += step


def cycle(iterable):
    """The elements again and again."""
    kept = []
    for element in iterable:
        yield element
        kept.append(element)
    while kept:
        for element in kept:
            yield element


def repeat(object, times=None):
    """The same value again and again, or this many times."""
    while times is None or times > 0:
        yield object
        if times is not None:
            times -= 1


def chain(*iterables):
    """The elements of all, one after the other."""
    for iterable in iterables:
        for element in iterable:
            yield element


def _chain_from(iterables):
    """What chain.from_iterable does."""
    for iterable in iterables:
        for element in iterable:
            yield element


def accumulate(iterable, func=None, *, initial=None):
    """The sums of the elements so far, or what func makes of the last result and the next element."""
    total = initial
    isFirst = initial is None
    if not isFirst:
        yield total
    for element in iterable:
        if isFirst:
            total = element
            isFirst = False
        elif func is None:
            total = total + element
        else:
            total = func(total, element)
        yield total


def islice(iterable, start, *rest):
    """The elements from start up to stop in steps; with one number, the first elements."""
    stop = start
    step = 1
    if rest:
        stop = rest[0]
        if len(rest) > 1 and rest[1] is not None:
            step = rest[1]
        if start is None:
            start = 0
    else:
        start = 0
    at = 0
    wanted = start
    if stop is not None and stop <= start:
        return
    for element in iterable:
        if at == wanted:
            yield element
            wanted += step
            # No further element is taken than is needed.
            if stop is not None and wanted >= stop and at + 1 >= stop:
                return
        at += 1
        if stop is not None and at >= stop:
            return


def takewhile(predicate, iterable):
    """The elements up to the first for which predicate is false."""
    for element in iterable:
        if not predicate(element):
            return
        yield element


def dropwhile(predicate, iterable):
    """The elements from the first on for which predicate is false."""
    iterator = iter(iterable)
    for element in iterator:
        if not predicate(element):
            yield element
            break
    for element in iterator:
        yield element


def filterfalse(predicate, iterable):
    """The elements for which predicate is false."""
    for element in iterable:
        if not (element if predicate is None else predicate(element)):
            yield element


def compress(data, selectors):
    """The elements of data whose selector is true."""
    for element, selector in zip(data, selectors):
        if selector:
            yield element


def starmap(function, iterable):
    """What the function gives for each tuple of arguments."""
    for args in iterable:
        yield function(*args)


def pairwise(iterable):
    """Each two neighbours."""
    iterator = iter(iterable)
    for before in iterator:
        for element in iterator:
            yield before, element
            before = element


def batched(iterable, n):
    """Tuples of n elements each; the last one may be shorter."""
    batch = []
    for element in iterable:
        batch.append(element)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def zip_longest(*iterables, fillvalue=None):
    """Tuples of all the first elements, all the second ones, and so on, to the end of the longest."""
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    while active > 0:
        row = []
        active = 0
        for iterator in iterators:
            # The function itself stands for the end: no element can be it.
            element = next(iterator, zip_longest)
            if element is zip_longest:
                element = fillvalue
            else:
                active += 1
            row.append(element)
        if active > 0:
            yield tuple(row)


def groupby(iterable, key=None):
    """The runs of neighbours with the same key: the key, and a list of them."""
    group = []
    last = None
    for element in iterable:
        own = element if key is None else key(element)
        if group and own != last:
            yield last, iter(group)
            group = []
        last = own
        group.append(element)
    if group:
        yield last, iter(group)


def product(*iterables, repeat=1):
    """Every combination of one element of each, as tuples; the last changes fastest."""
    pools = [list(iterable) for iterable in iterables] * repeat
    at = [0] * len(pools)
    for pool in pools:
        if not pool:
            return
    while True:
        yield tuple([pools[k][at[k]] for k in range(len(pools))])
        k = len(pools) - 1
        while k >= 0 and at[k] == len(pools[k]) - 1:
            at[k] = 0
            k -= 1
        if k < 0:
            return
        at[k] += 1


def permutations(iterable, r=None):
    """Every order of r of the elements, as tuples."""
    pool = list(iterable)
    n = len(pool)
    size = n if r is None else r
    for indices in product(range(n), repeat=size):
        if len(set(indices)) == size:
            yield tuple([pool[i] for i in indices])


def combinations(iterable, r):
    """Every choice of r of the elements, in their order, as tuples."""
    pool = list(iterable)
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[i] for i in indices])
        k = r - 1
        while k >= 0 and indices[k] == k + n - r:
            k -= 1
        if k < 0:
            return
        indices[k] += 1
        for j in range(k + 1, r):
            indices[j] = indices[j - 1] + 1


def combinations_with_replacement(iterable, r):
    """Every choice of r of the elements, which may be chosen again, as tuples."""
    pool = list(iterable)
    n = len(pool)
    if n == 0 and r > 0:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        k = r - 1
        while k >= 0 and indices[k] == n - 1:
            k -= 1
        if k < 0:
            return
        indices[k:] = [indices[k] + 1] * (r - k)


def tee(iterable, n=2):
    """Several iterators over the same elements, which are all taken at once."""
    elements = list(iterable)
    return tuple([iter(elements) for k in range(n)])
