# title: Passing a value
# look: Core 0 sends, core 1 receives, and both wait for each other.
# needs: 2

from parallel import *

# What core 0 knows, core 1 does not, until it is sent.
if coreid() == 0:
    send(20, 1)
    print "Core 1 has taken it"
elif coreid() == 1:
    value = recv(0)
    print "Got " + str(value) + " from core 0"
