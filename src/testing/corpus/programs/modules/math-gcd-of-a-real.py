import math
print(math.gcd(1.5))  # fault: argument-type
