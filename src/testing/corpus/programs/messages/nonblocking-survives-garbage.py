# cores: 2
from parallel import *
if coreid() == 0:
    nonblocking_send(["kept", "alive " + str(1)], 1)
    s = ""
    for i in range(400): s = "garbage " + str(i)
    sync()
    wait_sent(1)
else:
    sync()
    print recv(0)
# expect 1: ['kept', 'alive 1']
