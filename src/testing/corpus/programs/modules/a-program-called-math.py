import math
import random
print(math.comb(4, 2), random.choice([3]))
# expect: 6 3
