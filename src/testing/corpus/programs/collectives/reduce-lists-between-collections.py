# cores: 3
from parallel import *
total = [0.0] * 20
for i in range(20):
    text = str(i) + "x"
    total = reduce([i * coreid()] * 20, "sum") + [text]
print total[0], total[19], total[20]
# expect: 57 57 19x
