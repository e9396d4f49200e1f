# seed: 2
from random import randint
ok = True
neg = 0
for i in range(50):
    x = randint(-2147483648, 2147483647)
    if x < 0: neg += 1
print neg > 10, neg < 40
# expect: True True
