from math import sqrt, floor, ceil, pi, pow, exp, log, log10, fabs, fmod, sin, cos, tan, atan
print sqrt(16), sqrt(2)
# expect: 4.0 1.4142135
print floor(-2.5), ceil(-2.5), floor(2.5), ceil(2.5)
# expect: -3 -2 2 3
print pi
# expect: 3.1415927
print pow(2, 3), exp(0), log(1), log10(1000), log(8, 2)
# expect: 8.0 1.0 0.0 3.0 3.0
print fabs(-3), fmod(-7, 3)
# expect: 3.0 -1.0
print sin(0), cos(0), tan(0), atan(0)
# expect: 0.0 1.0 0.0 0.0
