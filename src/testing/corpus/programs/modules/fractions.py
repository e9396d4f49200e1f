from fractions import Fraction

a = Fraction(1, 2)
b = Fraction(3, 4)
print(a, [b], a + b, a - b, a * b, a / b, a ** 2, a ** -2, -a, abs(-b), a + 1, 1 + a, 2 - a, 1 / b, a + 0.5, a // b, b % a)
print(a < b, a == Fraction(2, 4), a > 1, b >= 0.75, a == 0.5, bool(Fraction(0)), a.numerator, float(b), int(Fraction(7, 2)))
print(Fraction(6, -8), Fraction(5), Fraction("3/4"), Fraction("1.25"), Fraction(0.25), Fraction(a, b), Fraction("3.1415").limit_denominator(100))
for run in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: a / 0):
    try:
        print(run())
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
# expect: 1/2 [Fraction(3, 4)] 5/4 -1/4 3/8 2/3 1/4 4 -1/2 3/4 3/2 3/2 3/2 4/3 1.0 0 1/4
# expect: True True False True True False 1 0.75 3
# expect: -3/4 5 3/4 5/4 1/4 2/3 311/99
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'x'
# expect: ZeroDivisionError Fraction(1, 0)
