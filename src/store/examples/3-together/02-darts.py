# title: Pi by darts
# look: Darts at a square, counted where they hit a circle. Each core throws its own; one reduction adds up the hits.

from parallel import *
from random import random

DARTS = 500

hits = 0
for i in range(DARTS):
    x = random()
    y = random()
    if x * x + y * y < 1.0:
        hits += 1

# No core waits for another until here.
all_hits = reduce(hits, "sum")
print "I hit " + str(hits) + " of " + str(DARTS)
if coreid() == 0:
    print "Pi is about " + str(4.0 * all_hits / (DARTS * numcores()))
