# title: Merge sort, as a tree
# look: Every core sorts a few numbers. Then pairs of cores merge, until core 0 has them all. After each round, half of the cores are done.

from parallel import *
from random import randint

EACH = 6

me = coreid()

def merge(a, b):
    result = []
    i = 0
    j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            result.append(a[i])
            i += 1
        else:
            result.append(b[j])
            j += 1
    return result + a[i:] + b[j:]

mine = sorted([randint(0, 999) for i in range(EACH)])

distance = 1
while distance < numcores():
    if me % (2 * distance) == 0:
        if me + distance < numcores():
            mine = merge(mine, recv(me + distance))
    elif me % distance == 0:
        send(mine, me - distance)
        print("Passed on", len(mine), "numbers, and done")
        break
    distance *= 2

if me == 0:
    print(f"The smallest ten of {len(mine)}: {mine[:10]}")
    for i in range(len(mine) - 1):
        assert mine[i] <= mine[i + 1]
