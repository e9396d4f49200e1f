# cores: 2
from parallel import *
class State:
    def __init__(self):
        self.step = 0
        self.log = []
if coreid() == 0:
    state = State()
    state.log.append("begin")
    nonblocking_send(state, 1)
    state.step = 1
    state.log.append("after")
    send("go", 1)
    wait_sent(1)
else:
    state = recv(0)
    print(state.step, state.log, recv(0))
    # expect 1: 0 ['begin'] go
