from parallel import *

# A rod of 32 points. Its ends stay at 1 and 10 degrees.
POINTS = 32
ROUNDS = 50

me = coreid()
last = numcores() - 1
n = POINTS // numcores()

# The core's own points are in places 1 to n; 0 and n + 1 are the halo.
rod = [0.0] * (n + 2)
if me == 0:
    rod[0] = 1.0
if me == last:
    rod[n + 1] = 10.0

for turn in range(ROUNDS):
    # Swap the edges with the neighbour on the left and on the right.

    new = [0.0] * (n + 2)
    new[0] = rod[0]
    new[n + 1] = rod[n + 1]
    for i in range(1, n + 1):
        new[i] = (rod[i - 1] + rod[i + 1]) / 2
    rod = new

print(f"From {rod[1]} to {rod[n]}")
