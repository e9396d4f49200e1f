# cores: 2
from parallel import *
if coreid() == 0:
    a = [1, 2, 3]
    nonblocking_send(a, 1)
    a[0] = 99
    nonblocking_send("second", 1)
    wait_sent(1)
    print "sent", test_sent(1)
else:
    print recv(0), recv(0)
# expect 0: sent True
# expect 1: [1, 2, 3] second
