# cores: 8
from parallel import *
total = 0
for i in range(50):
    total = total + reduce(coreid() + i, "max")
    if i % 7 == coreid() % 7: sum = total * 2
print total
# expect: 1575
