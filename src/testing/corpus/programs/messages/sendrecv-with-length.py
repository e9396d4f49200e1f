# cores: 2
from parallel import *
a = [coreid(), 5, 6]
print sendrecv(a, 1 - coreid(), 2)
# expect 0: [1, 5]
# expect 1: [0, 5]
