# title: A deadlock, on purpose
# look: Everyone waits for a neighbour who waits too. Who should send first?
# ends: deadlock

from parallel import *

me = coreid()
right = (me + 1) % numcores()
left = (me + numcores() - 1) % numcores()

# Every core waits here to receive, so nobody ever comes to send.
# Let core 0 send first, and the ring goes round.
token = recv(left)
send(token + me, right)
print "Core " + str(me) + " passed it on"
