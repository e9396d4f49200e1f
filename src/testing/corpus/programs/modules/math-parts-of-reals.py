import math
print(math.modf(2.5), math.modf(-2.5), math.modf(3), math.ldexp(0.75, 3), math.frexp(6.0), math.remainder(7, 2))
# expect: (0.5, 2.0) (-0.5, -2.0) (0.0, 3.0) 6.0 (0.75, 3) -1.0
