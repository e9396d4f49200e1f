from math import *
print(gcd(4, 6), floor(2.5), comb(4, 2), inf)
# expect: 2 2 6 inf
