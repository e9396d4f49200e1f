/// The modules that are written in ePython itself, by name: the text of the `.py` file beside this one, copied so that it
/// needs no file system and no bundler. `sources.test.ts` sees to it that they agree, and writes this file anew when it
/// runs with UPDATE_MODULES=1.
export const moduleSources: ReadonlyMap<string, string> = new Map([
  [
    "util",
    `"""Lists of whole numbers, and a sort."""


def range(start, stop=None, step=1):
    """The whole numbers from start to stop, stop included; with one argument, from 0 to it."""
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
    """Puts the first length elements of x, all if it is left out, in ascending order by odd-even transposition."""
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
`,
  ],
]);
