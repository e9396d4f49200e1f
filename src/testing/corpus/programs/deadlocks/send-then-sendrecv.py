# cores: 2
from parallel import *
# The sendrecv of core 1 has met the send of core 0, so core 0's own sendrecv gets what nobody answers.
if coreid() == 0:
    send(1, 1)
    print sendrecv(2, 1)
else:
    print sendrecv(3, 0)
# expect 1: 1
# deadlock: 0
