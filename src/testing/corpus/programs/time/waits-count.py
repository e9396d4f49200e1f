# cores: 2
from parallel import *
import time
if coreid() == 0:
    for i in range(2000):
        x = i
    done = time.time()
    send(done, 1)
else:
    sent = recv(0)
    print time.time() > sent
    # expect 1: True
