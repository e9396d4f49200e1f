from parallel import *

def work(steps):
    total = 0
    for i in range(steps):
        total += i
    return total

if coreid() == 0:
    first = work(200)
    # Send it without waiting; wait only when there is nothing left to do.
    send(first, 1)
    second = work(200)
    print("Taken")
elif coreid() == 1:
    work(500)
    print("Free")
    got = recv(0)
    work(50)
    print("Got", got)
