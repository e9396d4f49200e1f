# cores: 2
from enum import Enum
from parallel import coreid, recv, send


class Task(Enum):
    WORK = "work"
    STOP = "stop"


names = {Task.WORK: "goes on", Task.STOP: "stops"}
if coreid() == 0:
    send(Task.STOP, 1)
else:
    task = recv(0)
    print(task, task == Task.STOP, task is Task.STOP, task != Task.WORK, names[task])  # expect 1: Task.STOP True True True stops
