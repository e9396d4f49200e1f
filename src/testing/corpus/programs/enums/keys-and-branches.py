from enum import Enum


class State(Enum):
    READY = "ready"
    DONE = "done"


def says(state):
    if state is State.READY:
        return "go"
    elif state == State.DONE:
        return "stop"


counts = {State.READY: 2, State.DONE: 0}
counts[State.DONE] += 1
print(counts, says(State.READY), says(State("done")), {State.DONE, State.DONE} == {State.DONE})
# expect: {<State.READY: 'ready'>: 2, <State.DONE: 'done'>: 1} go stop True
