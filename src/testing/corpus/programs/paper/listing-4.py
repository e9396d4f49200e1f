# cores: 2
# hosts: 3
from parallel import ishost, isdevice,coreid

if ishost():
    print "Core number "+str(coreid())+" is a virtual core on the CPU"
elif isdevice():
    print "Core number "+str(coreid())+" is a physical Epiphany core"
# expect 0: Core number 0 is a physical Epiphany core
# expect 1: Core number 1 is a physical Epiphany core
# expect 2: Core number 2 is a virtual core on the CPU
# expect 3: Core number 3 is a virtual core on the CPU
# expect 4: Core number 4 is a virtual core on the CPU
