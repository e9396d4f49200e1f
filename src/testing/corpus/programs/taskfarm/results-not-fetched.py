# cores: 3
from parallel import *
from taskfarm import *

def twice(x): return 2 * x

initTaskFarm(0)
if coreid() == 0:
    execFunction(1, twice, 1)
    execFunction(2, twice, 2)
    execFunction(1, twice, 3)
    print waitFunctionFinish(1)
    # expect 0: 6
    shutdownTaskFarm()
else:
    worker()
