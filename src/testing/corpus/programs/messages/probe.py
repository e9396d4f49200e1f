# cores: 2
from parallel import *
if coreid() == 0:
    print probe(1)
    sync()
    sync()
    while not probe(1): pass
    print probe(1), recv(1), probe(1)
else:
    sync()
    print test_sent(0)
    nonblocking_send(5, 0)
    sync()
    wait_sent(0)
# expect 0: False
# expect 0: True 5 False
# expect 1: True
