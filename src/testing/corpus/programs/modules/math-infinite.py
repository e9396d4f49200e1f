import math
print(math.isnan(math.nan), math.isnan(1), math.isinf(-math.inf), math.isinf(1.0), math.isfinite(1), math.isfinite(math.nan))
# expect: True False True False True False
print(math.inf, -math.inf, math.nan, math.inf > 10)
# expect: inf -inf nan True
