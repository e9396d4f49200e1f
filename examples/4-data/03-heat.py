# title: Gauss-Seidel
# look: A rod is hot at one end. Each core holds a part of it, and swaps its edges with its neighbours.

from parallel import *
from math import sqrt

# The temperature along a rod. Its ends stay at 1 and 10 degrees.
# Every core holds a part of the rod, and one more point at each end:
# a copy of its neighbour's edge, swapped in every round.
POINTS = 64
RELAX = 1.3
GOAL = 0.001

me = coreid()
last = numcores() - 1
n = POINTS // numcores()
if me < POINTS % numcores():
    n += 1

rod = [0.0] * (n + 2)
if me == 0:
    rod[0] = 1.0
if me == last:
    rod[n + 1] = 10.0

def residual():
    total = 0.0
    i = 1
    while i <= n:
        d = rod[i - 1] - 2 * rod[i] + rod[i + 1]
        total += d * d
        i += 1
    return sqrt(reduce(total, "sum"))

start = residual()
error = 1.0
rounds = 0

while error > GOAL:
    if me > 0:
        rod[0] = sendrecv(rod[1], me - 1)
    if me < last:
        rod[n + 1] = sendrecv(rod[n], me + 1)
    i = 1
    while i <= n:
        rod[i] = (1 - RELAX) * rod[i] + RELAX * (rod[i - 1] + rod[i + 1]) / 2
        i += 1
    error = residual() / start
    rounds += 1

print(f"From {rod[1]} to {rod[n]}")
if me == 0:
    print("Settled after", rounds, "rounds")
