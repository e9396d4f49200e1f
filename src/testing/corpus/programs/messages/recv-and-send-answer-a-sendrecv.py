# cores: 2
from parallel import *
# A sendrecv is a send and a recv at once: the other side may do the two one after the other, in either order.
if coreid() == 0:
    print sendrecv("a", 1), sendrecv([1], 1), sendrecv(2, 1)
else:
    print recv(0)
    send("b", 0)
    send(3.5, 0)
    print recv(0)
    nonblocking_send([4], 0)
    print recv(0)
    wait_sent(0)
# expect 0: b 3.5 [4]
# expect 1: a
# expect 1: [1]
# expect 1: 2
