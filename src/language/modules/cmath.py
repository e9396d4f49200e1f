"""The functions of math for complex numbers."""

import math


pi = math.pi
e = math.e
tau = math.tau
inf = math.inf
nan = math.nan
infj = complex(0.0, math.inf)
nanj = complex(0.0, math.nan)


def _of(z):
    if isinstance(z, str):
        raise TypeError("must be real number, not str")
    return complex(z)


def phase(z):
    """The angle of z, in radians, as seen from the origin, from -pi to pi."""
    z = _of(z)
    return math.atan2(z.imag, z.real)


def polar(z):
    """A tuple of the distance of z from the origin and its angle."""
    return (abs(_of(z)), phase(z))


def rect(r, phi):
    """The complex number at distance r from the origin, at the angle phi in radians."""
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z):
    """e to the power z."""
    z = _of(z)
    return rect(math.exp(z.real), z.imag)


def log(z, base=None):
    """The logarithm to this base, or the natural logarithm without base."""
    z = _of(z)
    if z == 0:
        raise ValueError("math domain error")
    result = complex(math.log(abs(z)), phase(z))
    return result if base is None else result / log(base)


def log10(z):
    """The logarithm to the base 10."""
    return log(z) / math.log(10)


def sqrt(z):
    """The square root with a real part that is not negative."""
    z = _of(z)
    size = abs(z)
    if size == 0.0:
        return complex(0.0, z.imag)
    # The larger of the two parts first: the other one would lose its digits.
    root = math.sqrt((math.fabs(z.real) + size) / 2.0)
    other = z.imag / (2.0 * root)
    if z.real >= 0.0:
        return complex(root, other)
    return complex(math.fabs(other), math.copysign(root, z.imag))


def sin(z):
    """The sine."""
    z = _of(z)
    return complex(math.sin(z.real) * math.cosh(z.imag), math.cos(z.real) * math.sinh(z.imag))


def cos(z):
    """The cosine."""
    z = _of(z)
    return complex(math.cos(z.real) * math.cosh(z.imag), -math.sin(z.real) * math.sinh(z.imag))


def tan(z):
    """The tangent."""
    return sin(z) / cos(z)


def sinh(z):
    """The hyperbolic sine."""
    z = _of(z)
    return complex(math.sinh(z.real) * math.cos(z.imag), math.cosh(z.real) * math.sin(z.imag))


def cosh(z):
    """The hyperbolic cosine."""
    z = _of(z)
    return complex(math.cosh(z.real) * math.cos(z.imag), math.sinh(z.real) * math.sin(z.imag))


def tanh(z):
    """The hyperbolic tangent."""
    return sinh(z) / cosh(z)


def asinh(z):
    """The inverse of sinh."""
    z = _of(z)
    a = sqrt(complex(1.0 + z.imag, -z.real))
    b = sqrt(complex(1.0 - z.imag, z.real))
    angle = math.atan2(z.imag, a.real * b.real - a.imag * b.imag)
    return complex(math.asinh(a.real * b.imag - b.real * a.imag), angle)


def acosh(z):
    """The inverse of cosh."""
    z = _of(z)
    a = sqrt(complex(z.real - 1.0, z.imag))
    b = sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * math.atan2(a.imag, b.real))


def atanh(z):
    """The inverse of tanh."""
    z = _of(z)
    if z.real < 0.0:
        return -atanh(-z)
    below = 1.0 - z.real
    real = math.log1p(4.0 * z.real / (below * below + z.imag * z.imag)) / 4.0
    return complex(real, -math.atan2(-2.0 * z.imag, below * (1.0 + z.real) - z.imag * z.imag) / 2.0)


def asin(z):
    """The inverse of sin."""
    z = _of(z)
    w = asinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def acos(z):
    """The inverse of cos."""
    z = _of(z)
    a = sqrt(complex(1.0 - z.real, -z.imag))
    b = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def atan(z):
    """The inverse of tan."""
    z = _of(z)
    w = atanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def isnan(z):
    """True if a part of z is no number."""
    z = _of(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z):
    """True if a part of z is infinite."""
    z = _of(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z):
    """True if both parts of z are numbers with an end."""
    z = _of(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, rel_tol=1e-06, abs_tol=0.0):
    """True if a and b differ by no more than rel_tol of the larger, or by abs_tol."""
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * max(abs(a), abs(b)) or difference <= abs_tol
