from math import isqrt
print(isqrt(0), isqrt(15), isqrt(16), isqrt(2147483647), isqrt(46340 * 46340 - 1))
# expect: 0 3 4 46340 46339
