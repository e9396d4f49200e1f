# What waits for its core is launched there also while the host waits for the value of another.
from epython import *

@offload(async_=True)
def work(n):
    i = 0
    while i < n:
        i += 1
    return i

@offload(async_=True)
def give(value):
    from parallel import send
    send(value, 0)

@offload(async_=True)
def take():
    from parallel import recv
    return recv(1)

work(2000, target=[1])
give(7, target=[1])
print(take(target=[0]).wait())
# expect host: [7]
