import math
print(math.factorial(0), math.factorial(5), math.factorial(12))
# expect: 1 120 479001600
