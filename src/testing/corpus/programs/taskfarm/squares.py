# cores: 4
from parallel import *
from taskfarm import *

def square(x):
    return x * x

initTaskFarm(0)
if coreid() == 0:
    for pid in range(1, numcores()):
        execFunction(pid, square, pid + 10)
    results = []
    for pid in range(1, numcores()):
        results.append(waitFunctionFinish(pid))
    shutdownTaskFarm()
    print results
    # expect 0: [121, 144, 169]
else:
    worker()
    print "home"
    # expect 1,2,3: home
