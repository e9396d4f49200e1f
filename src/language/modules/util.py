"""Lists of whole numbers, and a sort."""


def range(start, stop=None, step=1):
    """The whole numbers from start to stop, including stop; with one argument, from 0 to it."""
    if stop is None:
        stop = start
        start = 0
    numbers = []
    while (step > 0 and start <= stop) or (step < 0 and start >= stop):
        numbers.append(start)
        start += step
    return numbers


def xrange(start, stop=None, step=1):
    """The same as range."""
    return range(start, stop, step)


def oddSort(x, length=None):
    """Sorts the first length elements of x, or all of them without length, by odd-even transposition."""
    if length is None:
        length = len(x)
    turn = 0
    quiet = 0
    # Two turns in a row without an exchange, one at the even and one at the odd pairs, mean that all is in order.
    while quiet < 2:
        quiet += 1
        i = turn
        while i + 1 < length:
            if x[i] > x[i + 1]:
                larger = x[i]
                x[i] = x[i + 1]
                x[i + 1] = larger
                quiet = 0
            i += 2
        turn = 1 - turn
