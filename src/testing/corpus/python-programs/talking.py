# The host and a kernel exchange messages while it runs; kernels run on while the host computes.
from epython import *

@offload_single
def echo():
    total = 0
    while True:
        value = recv(16)
        if value is None:
            return total
        total += value
        send(value * 2, 16)

h = echo()
answers = []
for k in range(5):
    send(k, 0)
    answers.append(recv(0))
print(answers, h.running, h.test())
send(None, 0)
print(h.wait(), h.running, h.test(), coreid(), numcores())

@offload(async_=True)
def all_of_us():
    return reduce(coreid(), "sum"), numcores()

print(all_of_us().wait()[3])
# expect host: [0, 2, 4, 6, 8] 1 False
# expect host: [10] 0 True 16 16
# expect host: (120, 17)
