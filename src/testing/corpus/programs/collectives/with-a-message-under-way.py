# cores: 3
from parallel import *
# A message that nobody has taken yet is in no collective's way, whatever they bring.
me = coreid()
right = (me + 1) % 3
left = (me + 2) % 3
nonblocking_send([me, me * 10], right)
print reduce(me, "sum")
# expect: 3
print reduce([me, 1], "max")
# expect: [2, 1]
print bcast("from " + str(me), 1)
# expect: from 1
sync()
print reduce(1, "sum")
# expect: 3
print recv(left)
# expect 0: [2, 20]
# expect 1: [0, 0]
# expect 2: [1, 10]
wait_sent(right)
