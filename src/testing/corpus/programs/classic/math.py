# dialect: classic
# cores: 1
from math import *
print sqrt(16)
print pow(2,3)
print pow(2.0,3)
print pi()
print e()
print floor(2.7)
print ceil(2.1)
print exp(2)
print sin(0)
print log10(100)
print floor(-2.5)
# expect: 4.000000
# expect: 8
# expect: 8.000000
# expect: 3.141592
# expect: 2.718281
# expect: 2.000000
# expect: 3.000000
# expect: 7.389052
# expect: 0.000000
# expect: 2.000000
# expect: -3.000000
