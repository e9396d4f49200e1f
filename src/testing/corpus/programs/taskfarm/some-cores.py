# cores: 2
# hosts: 2
from parallel import *
from taskfarm import *

def where(): return [coreid(), ishost()]

initTaskFarm(3)
worker()
if coreid() == 3:
    for pid in range(3):
        execFunction(pid, where)
    for pid in range(3):
        print waitFunctionFinish(pid)
    shutdownTaskFarm()
    # expect 3: [0, False]
    # expect 3: [1, False]
    # expect 3: [2, True]
