import math
print(math.trunc(2.7), math.trunc(-2.7), math.trunc(5), math.copysign(3, -0.0), math.copysign(-2.5, 1))
# expect: 2 -2 5 -3.0 2.5
