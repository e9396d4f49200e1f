import math
print(math.log2(8), math.log1p(0), math.expm1(0), math.exp2(3), round(math.log2(10), 4))
# expect: 3.0 0.0 0.0 8.0 3.3219
