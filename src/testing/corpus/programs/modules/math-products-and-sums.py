import math
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2, 3], start=10), math.fsum([0.5] * 4), math.fsum([]))
# expect: 24 1 60 2.0 0.0
