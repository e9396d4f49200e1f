import math
print(math.log2(0))  # fault: math-domain
