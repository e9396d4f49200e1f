# title: Jacobi on a plate
# look: A plate with one hot edge is cut into strips. In each round, the cores swap their edge rows with the cores above and below.

from parallel import *

WIDTH = 10
ROWS = 2
ROUNDS = 20

me = coreid()
last = numcores() - 1

# My rows, and a copy of a neighbour's row on each side.
plate = [[0.0] * WIDTH for row in range(ROWS + 2)]
if me == 0:
    plate[0] = [100.0] * WIDTH

for step in range(ROUNDS):
    # Swap the halo: up first, then down.
    if me > 0:
        plate[0] = sendrecv(plate[1], me - 1)
    if me < last:
        plate[ROWS + 1] = sendrecv(plate[ROWS], me + 1)
    # Jacobi: new values come from old values only.
    fresh = []
    for i in range(1, ROWS + 1):
        row = [0.0] * WIDTH
        for j in range(1, WIDTH - 1):
            row[j] = (plate[i - 1][j] + plate[i + 1][j] + plate[i][j - 1] + plate[i][j + 1]) / 4.0
        fresh.append(row)
    for i in range(ROWS):
        plate[i + 1] = fresh[i]

warm = sum(plate[1]) / WIDTH
print("My first row is at", warm, "degrees")
hottest = reduce(warm, "max")
if me == 0:
    print("The warmest row is at", hottest)
