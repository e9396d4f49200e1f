from parallel import *
from taskfarm import *

# Twelve tasks, some of which take much longer than others.
tasks = [300, 20, 30, 20, 40, 30, 20, 250, 20, 30, 40, 20]

# Halve a number if it is even, else triple it and add one. The most steps that a number up to size takes to reach 1.
def work(size):
    most = 0
    for k in range(1, size + 1):
        steps = 0
        while k != 1:
            k = k // 2 if k % 2 == 0 else 3 * k + 1
            steps += 1
        most = max(most, steps)
    return most

initTaskFarm(0)
worker()

# Only core 0 gets here before the end.
if coreid() == 0:
    results = [None] * len(tasks)
    given = 0
    # Give the next task to any worker that is free, until all results are there.
    while given < len(tasks):
        first = given
        for w in range(1, numcores()):
            if given < len(tasks):
                execFunction(w, work, tasks[given])
                given += 1
        for k in range(first, given):
            results[k] = waitFunctionFinish(k - first + 1)
    print("Results:", results)
    shutdownTaskFarm()
