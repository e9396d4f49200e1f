# cores: 4
from parallel import *
# A quick core is at the next collective while a slow one still reads what it brought to the last.
total = 0
last = []
for k in range(30):
    if k % 4 == coreid():
        for i in range(200): total += 0
    total += reduce(k * (coreid() + 1), "sum")
    last = reduce([k, coreid()], "max")
    last.append(bcast(k, k % 4))
    if k % 3 == 0: total += bcast(coreid(), k % 4)
print total, last
# expect: 4365 [29, 3, 29]
