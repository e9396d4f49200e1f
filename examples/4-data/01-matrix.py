# title: A matrix times a vector
# look: Each core owns some rows. Only the vector is sent, and only once. A reduction adds up the result.

from parallel import *

SIZE = 24

me = coreid()
n = numcores()
# Deal the rows out like cards: core 0 has rows 0, n, 2n, …
rows = []
r = me
while r < SIZE:
    rows.append(r)
    r += n

# Core 0 makes up the vector, and all cores get it.
vector = []
if me == 0:
    vector = [i % 5 + 1 for i in range(SIZE)]
vector = bcast(vector, 0)

total = 0
for r in rows:
    result = 0
    for c in range(SIZE):
        # There is no need to store the matrix: this works out its element.
        result += ((r + c) % 7) * vector[c]
    total += result

print("I had", len(rows), "rows")
total = reduce(total, "sum")
if me == 0:
    print("The elements of the product add up to", total)
