"""Calls functions on other cores: a master hands out tasks, and the others work on them."""

from parallel import coreid, probe, recv, reduce, send, nonblocking_send

_master = 0
_workers = []
# By core id: whether it was given a task whose result has not been fetched.
_busy = []
# Stands for an argument that is left out; what is sent instead of a task says that there are no more.
_absent = []
_no_more = 0
_running = True


def initTaskFarm(master=0):
    """Says which core hands out the tasks. Every core calls it, with the same master."""
    global _master, _workers, _busy
    _master = master
    last = reduce(coreid(), "max")
    _busy = [False] * (last + 1)
    _workers = []
    # Not every id up to the last need take part: each core adds a bit of its own.
    for first in range(0, last + 1, 30):
        mine = coreid() - first
        bits = reduce(1 << mine if mine >= 0 and mine < 30 else 0, "sum")
        for k in range(30):
            if bits & (1 << k) and first + k != master:
                _workers.append(first + k)


def worker():
    """Works on the master's tasks until it shuts the farm down. On the master it does nothing."""
    if coreid() == _master:
        return
    while _running:
        task = recv(_master)
        if task == _no_more:
            return
        # The master may be busy elsewhere: the result waits in its postbox.
        nonblocking_send(_call(task[0], task, len(task) - 1), _master)


def stopTaskFarm():
    """Makes worker return on this core after its task, or at once. Use it as the task, or call it before worker."""
    global _running
    _running = False


def _call(fn, task, count):
    if count == 0:
        return fn()
    if count == 1:
        return fn(task[1])
    if count == 2:
        return fn(task[1], task[2])
    if count == 3:
        return fn(task[1], task[2], task[3])
    if count == 4:
        return fn(task[1], task[2], task[3], task[4])
    return fn(task[1], task[2], task[3], task[4], task[5])


def execFunction(pid, fn, a1=_absent, a2=_absent, a3=_absent, a4=_absent, a5=_absent):
    """Makes core pid call fn with these arguments, and continues. An earlier result that was not fetched is lost."""
    if _busy[pid]:
        recv(pid)
    task = [fn]
    for argument in [a1, a2, a3, a4, a5]:
        if argument is _absent:
            break
        task.append(argument)
    _busy[pid] = True
    send(task, pid)


def testFunctionFinish(pid):
    """True if core pid has done its task, so that waitFunctionFinish returns the result at once."""
    return not _busy[pid] or probe(pid)


def waitFunctionFinish(pid):
    """Waits until core pid has done its task and returns the result, or None if it has no result."""
    if not _busy[pid]:
        return None
    _busy[pid] = False
    return recv(pid)


def shutdownTaskFarm():
    """Ends the workers. Call it on the master; results that were not fetched are lost."""
    if coreid() != _master:
        return
    for pid in _workers:
        waitFunctionFinish(pid)
        send(_no_more, pid)
