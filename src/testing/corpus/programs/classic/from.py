# dialect: classic
# cores: 1
from math import sqrt
print pow(2,2)
print floor(2.5)
# expect: 4
# expect: 2.000000
