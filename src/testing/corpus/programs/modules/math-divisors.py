import math
print(math.gcd(12, 18), math.gcd(), math.gcd(-4), math.gcd(12, 18, 27))
# expect: 6 0 4 3
print(math.lcm(4, 6), math.lcm(), math.lcm(0, 3), math.lcm(2, 3, 4))
# expect: 12 1 0 12
