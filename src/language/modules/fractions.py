"""Numbers that are a quotient of two whole numbers, exact as long as both have 32 bits."""

from math import floor, gcd


def _of(x):
    if isinstance(x, Fraction):
        return x
    return Fraction(x) if isinstance(x, int) else None


def _parsed(text):
    above, slash, below = text.strip().partition("/")
    try:
        if slash != "":
            return (int(above), int(below))
        whole, point, digits = above.partition(".")
        return (int(whole + digits), 10 ** len(digits))
    except ValueError:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")


class Fraction:
    """The quotient of two whole numbers, or the one that a real or a text such as '3/4' stands for, reduced."""

    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            denominator = 1
            if isinstance(numerator, str):
                numerator, denominator = _parsed(numerator)
            elif isinstance(numerator, float):
                numerator, denominator = numerator.as_integer_ratio()
        if isinstance(numerator, Fraction) or isinstance(denominator, Fraction):
            quotient = _of(numerator) / _of(denominator)
            numerator, denominator = quotient.numerator, quotient.denominator
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        shared = gcd(numerator, denominator)
        if denominator < 0:
            shared = -shared
        self.numerator = numerator // shared
        self.denominator = denominator // shared

    def limit_denominator(self, max_denominator=1000000):
        """The fraction nearest to this one whose denominator is not above max_denominator."""
        if self.denominator <= max_denominator:
            return self
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            times = n // d
            q2 = q0 + times * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + times * p1, q2
            n, d = d, n - times * d
        k = (max_denominator - q0) // q1
        one = Fraction(p0 + k * p1, q0 + k * q1)
        other = Fraction(p1, q1)
        return other if abs(other - self) <= abs(one - self) else one

    def as_integer_ratio(self):
        """A tuple of the numerator and the denominator."""
        return (self.numerator, self.denominator)

    def __repr__(self):
        return f"Fraction({self.numerator}, {self.denominator})"

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else f"{self.numerator}/{self.denominator}"

    def __float__(self):
        return self.numerator / self.denominator

    def __int__(self):
        return self.numerator // self.denominator if self.numerator >= 0 else -(-self.numerator // self.denominator)

    def __bool__(self):
        return self.numerator != 0

    def __hash__(self):
        return hash(self.numerator) if self.denominator == 1 else hash((self.numerator, self.denominator))

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return self

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __add__(self, other):
        if isinstance(other, float):
            return float(self) + other
        other = _of(other)
        if other is None:
            return NotImplemented
        shared = gcd(self.denominator, other.denominator)
        times = other.denominator // shared
        return Fraction(self.numerator * times + other.numerator * (self.denominator // shared), self.denominator * times)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if isinstance(other, float):
            return float(self) * other
        other = _of(other)
        if other is None:
            return NotImplemented
        # Dividing first keeps what is between small.
        a = gcd(self.numerator, other.denominator)
        b = gcd(other.numerator, self.denominator)
        above = (self.numerator // a) * (other.numerator // b)
        return Fraction(above, (self.denominator // b) * (other.denominator // a))

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        if isinstance(other, float):
            return float(self) / other
        other = _of(other)
        if other is None:
            return NotImplemented
        if other.numerator == 0:
            raise ZeroDivisionError(f"Fraction({self.numerator * other.denominator}, 0)")
        return self * Fraction(other.denominator, other.numerator)

    def __rtruediv__(self, other):
        if isinstance(other, float):
            return other / float(self)
        other = _of(other)
        return NotImplemented if other is None else other / self

    def __floordiv__(self, other):
        quotient = self / other
        return floor(quotient) if isinstance(quotient, float) else quotient.numerator // quotient.denominator

    def __rfloordiv__(self, other):
        return _of(other) // self

    def __mod__(self, other):
        return self - (self // other) * other

    def __rmod__(self, other):
        return _of(other) % self

    def __pow__(self, exponent):
        if isinstance(exponent, Fraction) and exponent.denominator == 1:
            exponent = exponent.numerator
        if not isinstance(exponent, int):
            return float(self) ** float(exponent)
        if exponent >= 0:
            return Fraction(self.numerator ** exponent, self.denominator ** exponent)
        return Fraction(self.denominator ** -exponent, self.numerator ** -exponent)

    def __eq__(self, other):
        if isinstance(other, float):
            return float(self) == other
        other = _of(other)
        if other is None:
            return NotImplemented
        return self.numerator == other.numerator and self.denominator == other.denominator

    def _order(self, other):
        if isinstance(other, float):
            return float(self) - other
        other = _of(other)
        return None if other is None else (self - other).numerator

    def __lt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0
