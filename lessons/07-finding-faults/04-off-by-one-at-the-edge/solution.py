from parallel import *

POINTS = 32

def height(i):
    return 7 * i * (i + 1) % 19

me = coreid()
last = numcores() - 1
n = POINTS // numcores()

# The core's own points are in places 1 to n; 0 and n + 1 are the halo.
piece = [-1] * (n + 2)
for i in range(n):
    piece[i + 1] = height(me * n + i)

# Swap the edges with the neighbours.
if me > 0:
    piece[0] = sendrecv(piece[1], me - 1)
if me < last:
    piece[n + 1] = sendrecv(piece[n], me + 1)

# Count the points that are higher than both their neighbours.
peaks = 0
for i in range(1, n + 1):
    if piece[i] > piece[i - 1] and piece[i] > piece[i + 1]:
        peaks += 1

total = reduce(peaks, "sum")
if me == 0:
    print("Peaks:", total)
