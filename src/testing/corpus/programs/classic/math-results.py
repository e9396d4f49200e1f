# dialect: classic
import math
print floor(7)
print ceil(-2.5)
print floor(3.0) / 2
print pow(3, 4)
print pow(3, 0)
print pow(1.5, 2)
print pow(2, 31)
print exp(1)
print exp(0)
print exp(3)
print pi() * 2
print e() + 0
f = pow
print f(2, 8)
g = floor
print g(2.9)
print log(1)
print cos(0)
# expect: 7.000000
# expect: -2.000000
# expect: 1.500000
# expect: 81
# expect: 1
# expect: 2.250000
# expect: -2147483648
# expect: 2.718281
# expect: 1.000000
# expect: 20.085520
# expect: 6.283184
# expect: 2.718281
# expect: 256
# expect: 2.000000
# expect: 0.000000
# expect: 1.000000
