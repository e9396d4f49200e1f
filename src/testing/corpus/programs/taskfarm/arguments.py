# cores: 2
from parallel import *
from taskfarm import *

def nothing(): return "nothing"
def one(a): return a
def five(a, b, c, d, e): return [e, d, c, b, a]
def grown(a):
    a.append(0)
    return a

initTaskFarm(1)
worker()
if coreid() == 1:
    mine = [1, [2]]
    for fn in [nothing]:
        execFunction(0, fn)
        print waitFunctionFinish(0)
    execFunction(0, one, None)
    print waitFunctionFinish(0)
    execFunction(0, five, 1, 2.5, "c", (4,), [5])
    print waitFunctionFinish(0)
    execFunction(0, grown, mine)
    print waitFunctionFinish(0), mine
    execFunction(0, len, "abc")
    print waitFunctionFinish(0), waitFunctionFinish(0), testFunctionFinish(0)
    shutdownTaskFarm()
    # expect 1: nothing
    # expect 1: None
    # expect 1: [[5], (4,), 'c', 2.5, 1]
    # expect 1: [1, [2], 0] [1, [2]]
    # expect 1: 3 None True
