# title: A deadlock, on purpose
# look: Every core waits for a neighbour that waits, too. Which one should send first?
# ends: deadlock

from parallel import *

me = coreid()
right = (me + 1) % numcores()
left = (me + numcores() - 1) % numcores()

# Every core waits here to receive, so none ever gets to its send.
# If core 0 sends first, the number goes round the ring.
token = recv(left)
send(token + me, right)
print("Core", me, "passed it on")
