# title: Uneven work
# look: Core 15 has sixteen times the work of core 0, and all the others wait for it. Share the work out better, and watch the time at the end fall.

from parallel import *
from time import time

me = coreid()

def work(amount):
    total = 0
    for i in range(amount * 40):
        total += i % 7
    return total

work(me + 1)
done = time()
sync()
waited = time() - done
print("I waited", int(waited * 1e6), "us for the others")
