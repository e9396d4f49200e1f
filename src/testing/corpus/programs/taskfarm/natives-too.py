# cores: 2
from parallel import *
from taskfarm import *

def add(a, b): return a + b

initTaskFarm(0)
if coreid() == 0:
    execFunction(1, add, 1, 2)
    print waitFunctionFinish(1)
    # expect 0: 3
    execFunction(1, abs, -1)
    print waitFunctionFinish(1)
    # expect 0: 1
    shutdownTaskFarm()
else:
    worker()
