# What calls of parallel refuse can be taken; the core can go on talking.
# cores: 2
from parallel import *

me = coreid()
for other in [99, me, -1]:
    try:
        send(1, other)
    except ParallelError as e:
        print(e)
try:
    send([1, 2], 1 - me, 5)
except RuntimeError as e:
    print(type(e).__name__, e)
if me == 0:
    send("fine", 1)
else:
    print(recv(0))

# expect: there is no core 99: 2 cores take part
# expect 0: core 0 cannot exchange messages with itself
# expect 1: core 1 cannot exchange messages with itself
# expect: there is no core -1: 2 cores take part
# expect: ParallelError 5 elements cannot be sent: there are only 2
# expect 1: fine
