import math
print(math.degrees(math.pi), round(math.radians(90), 4), round(math.atan2(1, -1), 4), round(math.tau, 4))
# expect: 180.0 1.5708 2.3562 6.2832
