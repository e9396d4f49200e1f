# title: The deadlock, fixed
# look: The same ring as in the deadlock. Now even cores send first, odd ones receive first, and every core gets a value.

from parallel import *

me = coreid()
right = (me + 1) % numcores()
left = (me + numcores() - 1) % numcores()

if numcores() == 1:
    print("A ring needs two cores or more")
elif me % 2 == 0:
    send(me, right)
    print("Got", recv(left))
else:
    token = recv(left)
    send(me, right)
    print("Got", token)
