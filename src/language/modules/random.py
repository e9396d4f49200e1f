"""Random numbers; each core has its own, which begin from the run's seed."""

from math import cos, exp, log, pi, sqrt


def choice(seq):
    """One of the elements, by chance."""
    length = len(seq)
    if length == 0:
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randrange(length)]


def choices(population, weights=None, cum_weights=None, k=1):
    """A list of k elements, each chosen by chance from all; with weights, those with larger ones more often."""
    if len(population) == 0 and k > 0:
        raise IndexError("list index out of range")
    if cum_weights is None and weights is not None:
        cum_weights = []
        total = 0
        for weight in weights:
            total += weight
            cum_weights.append(total)
    chosen = []
    for i in range(k):
        if cum_weights is None:
            chosen.append(choice(population))
            continue
        point = random() * cum_weights[-1]
        at = 0
        while at < len(population) - 1 and cum_weights[at] <= point:
            at += 1
        chosen.append(population[at])
    return chosen


def shuffle(x):
    """Puts the elements of the list in an order that chance makes, in place."""
    for i in range(len(x) - 1, 0, -1):
        j = randrange(i + 1)
        kept = x[i]
        x[i] = x[j]
        x[j] = kept


def sample(population, k):
    """A list of k elements at different places, chosen by chance."""
    rest = list(population)
    if k < 0 or k > len(rest):
        raise ValueError("Sample larger than population or is negative")
    for i in range(k):
        j = randrange(i, len(rest))
        kept = rest[i]
        rest[i] = rest[j]
        rest[j] = kept
    return rest[:k]


def uniform(a, b):
    """A random real between a and b."""
    return a + (b - a) * random()


def triangular(low=0.0, high=1.0, mode=None):
    """A random real between low and high, most often near mode, or near the middle without mode."""
    u = random()
    c = 0.5
    if mode is not None:
        if high == low:
            return low
        c = float(mode - low) / (high - low)
    if u > c:
        u = 1.0 - u
        c = 1.0 - c
        return high + (low - high) * sqrt(u * c)
    return low + (high - low) * sqrt(u * c)


def gauss(mu=0.0, sigma=1.0):
    """A random real with the bell curve around mu, of which two thirds are within sigma."""
    return mu + sigma * sqrt(-2.0 * log(1.0 - random())) * cos(2.0 * pi * random())


def normalvariate(mu=0.0, sigma=1.0):
    """The same as gauss."""
    return gauss(mu, sigma)


def lognormvariate(mu, sigma):
    """A random real whose logarithm has the bell curve around mu."""
    return exp(gauss(mu, sigma))


def expovariate(lambd=1.0):
    """A random time between events of which there are lambd in a unit of time, on average."""
    return -log(1.0 - random()) / lambd


def paretovariate(alpha):
    """A random real from 1 on, of Pareto's distribution with this shape."""
    return (1.0 - random()) ** (-1.0 / alpha)


def weibullvariate(alpha, beta):
    """A random real of Weibull's distribution with this scale and shape."""
    return alpha * (-log(1.0 - random())) ** (1.0 / beta)


def getrandbits(k):
    """A random whole number of k bits, of which there are at most 31."""
    if k <= 16:
        return randrange(1 << k)
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    if k > 31:
        raise OverflowError("whole numbers have 32 bits")
    return randrange(1 << (k - 16)) << 16 | randrange(1 << 16)
