# title: A histogram
# look: Each core rolls dice and counts in a table of its own. Reductions then add up the tables, one entry at a time.

from parallel import *
from random import randint

ROLLS = 100

counts = [0] * 13
for i in range(ROLLS):
    counts[randint(1, 6) + randint(1, 6)] += 1

# No two cores count in the same table, so they never get in each other's way.
for total in range(2, 13):
    all_counts = reduce(counts[total], "sum")
    if coreid() == 0:
        bar = "#" * (all_counts * 150 // (ROLLS * numcores()))
        print(f"{total}\t{bar} {all_counts}")
