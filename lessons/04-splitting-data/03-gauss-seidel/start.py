from parallel import *
from math import sqrt

# A rod of 32 points. Its ends stay at 1 and 10 degrees.
POINTS = 32
GOAL = 0.001

# The over-relaxation. Find a value between 1 and 2.
W = 1.0

me = coreid()
last = numcores() - 1
n = POINTS // numcores()

rod = [0.0] * (n + 2)
if me == 0:
    rod[0] = 1.0
if me == last:
    rod[n + 1] = 10.0

# How far the whole rod is from the solution.
def residual():
    total = 0.0
    for i in range(1, n + 1):
        d = rod[i - 1] - 2 * rod[i] + rod[i + 1]
        total += d * d
    return sqrt(reduce(total, "sum"))

first = residual()
error = 1.0
rounds = 0

while error > GOAL and rounds < 1000:
    if me > 0:
        rod[0] = sendrecv(rod[1], me - 1)
    if me < last:
        rod[n + 1] = sendrecv(rod[n], me + 1)

    # Write each new value into rod at once, and go W times as far.
    new = [0.0] * (n + 2)
    new[0] = rod[0]
    new[n + 1] = rod[n + 1]
    for i in range(1, n + 1):
        mean = (rod[i - 1] + rod[i + 1]) / 2
        new[i] = mean
    rod = new

    error = residual() / first
    rounds += 1

if me == 0:
    print(f"Rounds: {rounds}, error: {error}")
