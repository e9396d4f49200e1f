# title: Virtual cores
# look: Cores on the host can join in. Choose some in Run settings.

from parallel import *

# Virtual cores run on the host's processor. To a program they are cores
# like any other, and their ids follow those of the chip.
if ishost():
    print("Core", coreid(), "is a virtual core on the host")
elif isdevice():
    print("Core", coreid(), "is a core of the chip")
