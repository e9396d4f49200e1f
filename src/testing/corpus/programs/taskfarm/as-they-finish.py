# cores: 4
from parallel import *
from taskfarm import *

def work(n):
    s = 0
    for i in range(n):
        s += i
    return [n, s]

initTaskFarm(0)
worker()
if coreid() == 0:
    tasks = [50, 10, 200, 30, 5, 70, 20]
    next_task = 0
    total = 0
    done = 0
    free = [True] * numcores()
    while done < len(tasks):
        for pid in range(1, numcores()):
            if not free[pid] and testFunctionFinish(pid):
                n, s = waitFunctionFinish(pid)
                total += s
                done += 1
                free[pid] = True
            if free[pid] and next_task < len(tasks):
                execFunction(pid, work, tasks[next_task])
                free[pid] = False
                next_task += 1
    shutdownTaskFarm()
    print total, done
    # expect 0: 24220 7
