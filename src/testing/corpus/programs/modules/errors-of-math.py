import math


def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: math.factorial(-1))
# expect: ValueError factorial() not defined for negative values
tell(lambda: math.isqrt(-1))
# expect: ValueError isqrt() argument must be nonnegative
tell(lambda: math.dist([1], [1, 2]))
# expect: ValueError both points must have the same number of dimensions
tell(lambda: math.log2(0))
# expect: ValueError math domain error
tell(lambda: math.gamma(-1))
# expect: ValueError math domain error
tell(lambda: math.sqrt(-1))
# expect: ValueError math domain error
tell(lambda: math.gcd(1.5))
# expect: TypeError 'float' object cannot be interpreted as an integer
tell(lambda: math.hypot("a"))
# expect: TypeError must be real number, not str
