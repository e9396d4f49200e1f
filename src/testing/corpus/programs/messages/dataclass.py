# cores: 2
from dataclasses import dataclass, field
from parallel import *
@dataclass
class Task:
    name: str
    sizes: list = field(default_factory=list)
if coreid() == 0:
    send(Task("sort", [3, 1]), 1)
else:
    t = recv(0)
    print(t, t == Task("sort", [3, 1]))
    # expect 1: Task(name='sort', sizes=[3, 1]) True
