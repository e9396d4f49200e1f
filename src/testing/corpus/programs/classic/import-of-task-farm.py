# dialect: classic
# cores: 3
import taskfarm
def add(a, b, c=100):
    return a + b + c
def last(a):
    if len(a) == 4: return a[1][1]
    return a[len(a) - 1]
def first(a, b):
    return a
initTaskFarm(0)
if coreid() == 0:
    marks = array(2, 2)
    marks[1][1] = 4
    execFunction(1, add, 1, 2)
    execFunction(2, last, [5, 6])
    print waitFunctionFinish(1)
    print waitFunctionFinish(2)
    execFunction(1, add, 1, 2, 3, 4, 5)
    execFunction(2, first, 8)
    print waitFunctionFinish(1)
    print waitFunctionFinish(2)
    execFunction(1, last, marks)
    print waitFunctionFinish(1)
    execFunction(1, stopTaskFarm)
    execFunction(2, stopTaskFarm)
    print waitFunctionFinish(1)
else:
    worker()
    print "done"
# expect 0: 103
# expect 0: 6
# expect 0: 6
# expect 0: 8
# expect 0: 4
# expect 0: NONE
# expect 1: done
# expect 2: done
