# seed: 11
from random import randint
seen = [0] * 7
for i in range(300): seen[randint(1, 6)] += 1
print seen[0], min(seen[1:]) > 20
# expect: 0 True
