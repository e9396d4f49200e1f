# A kernel that fails and that nobody waits for is told, and the run has failed; the rest of the program runs.
from epython import *

@offload_single
def fail():
    return [][1]

@offload_multiple(cores=3)
def work(x):
    return x * 2

fail()
handler = work(4)
print(handler.wait(), work(5, target=0).wait())
# expect host: [8, 8, 8] [10]
# fault: core 0 index-out-of-range line 6
# outcome: failed
