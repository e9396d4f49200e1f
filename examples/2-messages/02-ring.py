# title: Round a ring
# look: A number travels from core to core, and each core adds its own id.

from parallel import *

me = coreid()
last = numcores() - 1

# Core 0 starts the ring, and all the other cores wait for their turn.
if numcores() == 1:
    print("A ring needs two cores or more")
elif me == 0:
    send(0, 1)
    print("Round the ring and back:", recv(last))
else:
    total = recv(me - 1) + me
    if me == last:
        send(total, 0)
    else:
        send(total, me + 1)
