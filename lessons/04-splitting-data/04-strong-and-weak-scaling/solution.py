from parallel import *
from time import time

ROUNDS = 5

me = coreid()
last = numcores() - 1

# The number of points, in all.
points = 64 * numcores()

n = points // numcores()
rod = [0.0] * (n + 2)
if me == last:
    rod[n + 1] = 10.0

begin = time()
for turn in range(ROUNDS):
    if me > 0:
        rod[0] = sendrecv(rod[1], me - 1)
    if me < last:
        rod[n + 1] = sendrecv(rod[n], me + 1)
    for i in range(1, n + 1):
        rod[i] = (rod[i - 1] + rod[i + 1]) / 2
    change = reduce(rod[n], "max")
elapsed = time() - begin

# Work out pace: how many points a core gets through in a millisecond.
pace = n * ROUNDS / (elapsed * 1000)

if me == 0:
    print(f"{points} points on {numcores()} cores: {elapsed * 1000} ms")
    print("Each core does", pace, "points in a millisecond")
