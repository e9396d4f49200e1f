# title: A matrix times a vector
# look: Each core owns some rows. Only the vector is sent, once; a reduction checks the result.

from parallel import *

SIZE = 24

me = coreid()
n = numcores()
# Rows are dealt out like cards: core 0 has rows 0, n, 2n, …
rows = []
r = me
while r < SIZE:
    rows.append(r)
    r += n

# Core 0 makes up the vector, and everyone gets it.
vector = []
if me == 0:
    vector = [i % 5 + 1 for i in range(SIZE)]
vector = bcast(vector, 0)

total = 0
for r in rows:
    result = 0
    for c in range(SIZE):
        # The matrix need not be stored: this is its element.
        result += ((r + c) % 7) * vector[c]
    total += result

print "I had " + str(len(rows)) + " rows"
total = reduce(total, "sum")
if me == 0:
    print "The elements of the product add up to " + str(total)
