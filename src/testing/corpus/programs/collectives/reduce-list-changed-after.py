# cores: 4
from parallel import *
a = [coreid()] * 50
for turn in range(3):
    b = reduce(a, "sum")
    for i in range(50):
        a[i] = turn
    print b[0], b[49], len(b)
# expect: 6 6 50
# expect: 0 0 50
# expect: 4 4 50
