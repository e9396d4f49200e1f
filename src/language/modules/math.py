"""Roots, angles, logarithms, powers, and whole numbers: divisors, factorials, combinations."""


def isnan(x):
    """True if x is no number, as `inf - inf` is not."""
    x = fabs(x)
    return x != x


def isinf(x):
    """True if x is as large as you like, in either direction."""
    return fabs(x) == inf


def isfinite(x):
    """True if x is a number with an end: neither inf nor nan."""
    return fabs(x) < inf


def isclose(a, b, rel_tol=1e-06, abs_tol=0.0):
    """True if a and b differ by no more than rel_tol of the larger, or by abs_tol. Reals have seven digits here, so rel_tol is 1e-06 unless you give another."""
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = fabs(a - b)
    return difference <= rel_tol * max(fabs(a), fabs(b)) or difference <= abs_tol


def factorial(n):
    """The product of the whole numbers from 1 to n. From 13 on it does not fit into an int."""
    result = 1
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    for i in range(2, n + 1):
        result *= i
    return result


def _counts(n, k):
    # Only whole numbers are taken for ranges.
    range(n)
    range(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")


def comb(n, k):
    """In how many ways k of n things can be chosen, without regard to their order."""
    _counts(n, k)
    k = min(k, n - k)
    if k < 0:
        return 0
    result = 1
    for i in range(1, k + 1):
        # Dividing first keeps what is between small.
        shared = gcd(result, i)
        result = result // shared * ((n - k + i) // (i // shared))
    return result


def perm(n, k=None):
    """In how many ways k of n things can be chosen, in order; of all n without k."""
    if k is None:
        return factorial(n)
    _counts(n, k)
    if k > n:
        return 0
    result = 1
    for i in range(n - k + 1, n + 1):
        result *= i
    return result


def isqrt(n):
    """The largest whole number whose square is not above n."""
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = trunc(sqrt(n))
    while root > 0 and root > n // root:
        root -= 1
    while root + 1 <= n // (root + 1):
        root += 1
    return root


def prod(x, start=1):
    """The product of all elements, and of start."""
    for element in x:
        start = start * element
    return start


def dist(p, q):
    """The distance of two points, each a list or tuple of its coordinates."""
    total = 0.0
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    for k in range(len(p)):
        total += float(p[k] - q[k]) ** 2
    return sqrt(total)


def modf(x):
    """A tuple of the fraction of x and its whole part, both as reals with the sign of x."""
    whole = x if isinf(x) else copysign(fabs(x) // 1.0, x)
    return (copysign(0.0 if isinf(x) else x - whole, x), whole)


def ldexp(x, i):
    """x times 2 to the power i."""
    return float(x) * 2.0 ** i


def frexp(x):
    """A tuple (m, e), so that x is m times 2 to the power e, and m is at least 0.5 and below 1."""
    exponent = 0
    x = float(x)
    if x == 0.0 or not isfinite(x):
        return (x, 0)
    while fabs(x) >= 1.0:
        x /= 2.0
        exponent += 1
    while fabs(x) < 0.5:
        x *= 2.0
        exponent -= 1
    return (x, exponent)


def remainder(x, y):
    """What is left of x when the nearest multiple of y is taken away."""
    rest = fmod(x, y)
    half = fabs(rest) * 2.0
    size = fabs(y)
    if half > size or (half == size and fmod(fabs(x), size * 2.0) > size):
        rest -= copysign(size, rest)
    return rest
