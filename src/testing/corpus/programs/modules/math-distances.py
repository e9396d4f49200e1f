import math
print(math.hypot(3, 4), math.hypot(), math.hypot(2, 3, 6), math.dist((0, 0), (3, 4)), math.dist([1], [4]))
# expect: 5.0 0.0 7.0 5.0 3.0
