from parallel import *
from random import random

# Throws of each core.
THROWS = 500

hits = 0
for i in range(THROWS):
    x = random()
    y = random()
    if x * x + y * y < 1:
        hits += 1

# Put the hits of all cores together; core 0 prints one estimate.
throws = THROWS * numcores()
total = reduce(hits, "sum")
if coreid() == 0:
    print "Pi is about " + str(4.0 * total / throws) + " from " + str(throws) + " throws"
