# Who waits for a kernel that has failed: other kernels of the launch, the host for its message, launches behind it.
from epython import *

@offload(async_=True)
def pair(stop):
    if coreid() == 0:
        if stop:
            return 1 // 0
        send(5, 1)
        return 0
    return recv(0)

@offload(async_=True)
def give(value):
    send(value, 1)

@offload(async_=True)
def talk(x):
    send(10 // x, 16)
    return recv(16)

@offload(async_=True)
def take():
    return recv(4)

# Core 1 waits for a message of core 0, which has failed: the error comes all the same, and once.
both = pair(True, target=[0, 1])
try:
    both.wait()
except KernelError as error:
    print("first:", error)
# Another kernel on core 0 sends what core 1 waits for.
give(7, target=0).wait()
values = []
while len(values) < 2:
    try:
        values.append(both.wait_any())
    except KernelError as error:
        values.append(str(error))
print(sorted(map(str, values)))

# The host waits for a message of a kernel that has failed, and for one to take its message.
for attempt in (lambda: recv(2), lambda: send(3, 2), lambda: sendrecv(3, 2)):
    handler = talk(0, target=2)
    try:
        attempt()
    except KernelError as error:
        print("host:", error)
handler = talk(2, target=2)
print(recv(2))
send("thanks", 2)
print(handler.wait())

# What is behind it in the queue runs.
first = talk(0, target=4)
second = give(8, target=4)
third = pair(False, target=[0, 1])
print(third.wait())

print(take(target=1).wait(), second.wait(), first.running)
try:
    first.wait()
except KernelError as error:
    print("late:", error)
# expect host: first: core 0: division by zero, line 8
# expect host: ['7', 'core 0: division by zero, line 8']
# expect host: host: core 2: division by zero, line 19
# expect host: host: core 2: division by zero, line 19
# expect host: host: core 2: division by zero, line 19
# expect host: 5
# expect host: ['thanks']
# expect host: [0, 5]
# expect host: [8] [None] 0
# expect host: late: core 4: division by zero, line 19
# fault: core 0 division-by-zero line 8
# fault: core 2 division-by-zero line 19
# fault: core 2 division-by-zero line 19
# fault: core 2 division-by-zero line 19
# fault: core 4 division-by-zero line 19
