from parallel import *

# A rod of 32 points. Its ends stay at 1 and 10 degrees.
POINTS = 32
GOAL = 0.02

me = coreid()
last = numcores() - 1
n = POINTS // numcores()

rod = [0.0] * (n + 2)
if me == 0:
    rod[0] = 1.0
if me == last:
    rod[n + 1] = 10.0

rounds = 0
change = 10.0

# Continue until no point of the whole rod changes by more than GOAL.
while rounds < 10:
    if me > 0:
        rod[0] = sendrecv(rod[1], me - 1)
    if me < last:
        rod[n + 1] = sendrecv(rod[n], me + 1)

    new = [0.0] * (n + 2)
    new[0] = rod[0]
    new[n + 1] = rod[n + 1]
    mine = 0.0
    for i in range(1, n + 1):
        new[i] = (rod[i - 1] + rod[i + 1]) / 2
        mine = max(mine, abs(new[i] - rod[i]))
    rod = new

    # mine is the largest change in this core's piece.
    change = mine
    rounds += 1

print(f"Rounds: {rounds}, largest change: {change}")
