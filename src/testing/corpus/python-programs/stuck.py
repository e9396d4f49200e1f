# A kernel that waits for a message that nobody sends: the host, which waits for it, is told.
from epython import offload

@offload(target=[0, 1])
def listen():
    from parallel import coreid, recv
    if coreid() == 0:
        return recv(1)
    return 5

print("before")
listen()
# expect host: before
# deadlock: 0 16
# outcome: deadlock
