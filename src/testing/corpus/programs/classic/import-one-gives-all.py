# dialect: classic
# cores: 2
from concurrency import expose
from util import xrange
import math
if coreid() == 0:
    expose([1, 2], 1)
    send(pow(2, 5), 1)
else:
    print access(0)
    print recv(0)
    print sqrt(9)
    for i in range(2): print i
# expect 1: [1, 2]
# expect 1: 32
# expect 1: 3.000000
# expect 1: 0
# expect 1: 1
# expect 1: 2
