# dialect: classic
from math import nosuchname
from math import sqrt
from math import sqrt
print sqrt(4)
# expect: 2.000000
