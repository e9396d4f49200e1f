# cores: 2
from parallel import *
if coreid() == 0:
    print sendrecv([1, 2, 3], 1), sendrecv(5, 1), sendrecv("a", 1)
else:
    print sendrecv("text", 0), sendrecv([2.5], 0), sendrecv([], 0)
# expect 0: text [2.5] []
# expect 1: [1, 2, 3] 5 a
