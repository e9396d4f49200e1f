import math
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(100, 101, rel_tol=0.1), math.isclose(0, 0.001, abs_tol=0.01))
# expect: True False True True
