# title: Pi by darts
# look: Each core throws darts at a square and counts those that hit a circle. One reduction adds up all the hits.

from parallel import *
from random import random

DARTS = 500

hits = 0
for i in range(DARTS):
    x = random()
    y = random()
    if x * x + y * y < 1.0:
        hits += 1

# Up to here, no core waits for another.
all_hits = reduce(hits, "sum")
print(f"I hit {hits} of {DARTS}")
if coreid() == 0:
    print("Pi is about", 4.0 * all_hits / (DARTS * numcores()))
