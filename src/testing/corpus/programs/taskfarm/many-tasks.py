# cores: 4
import parallel
import taskfarm

def square(x):
    return x * x

taskfarm.initTaskFarm(0)
taskfarm.worker()
if coreid() == 0:
    results = []
    for first in range(0, 12, 3):
        for k in range(3):
            taskfarm.execFunction(k + 1, square, first + k)
        for k in range(3):
            results.append(taskfarm.waitFunctionFinish(k + 1))
    taskfarm.shutdownTaskFarm()
    print results
    # expect 0: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121]
