# title: Passing a value
# look: Core 0 sends, core 1 receives, and both wait for each other.
# needs: 2

from parallel import *

# Core 1 does not know what core 0 knows, until core 0 sends it.
if coreid() == 0:
    send(20, 1)
    print("Core 1 has taken it")
elif coreid() == 1:
    value = recv(0)
    print("Got", value, "from core 0")
