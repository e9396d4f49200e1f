# title: A sum round the ring
# look: Every core gets the sum of all, and each sends messages only to its right. Compare this with one reduce, which does the same.

from parallel import *

me = coreid()
n = numcores()
right = (me + 1) % n
left = (me + n - 1) % n
mine = (me + 1) * (me + 1)

# Pass on to the right what came from the left, until every core has seen every number.
total = mine
passing = mine
for step in range(n - 1):
    if me % 2 == 0:
        send(passing, right)
        passing = recv(left)
    else:
        incoming = recv(left)
        send(passing, right)
        passing = incoming
    total += passing

print("The sum of all is", total)
if me == 0:
    print("It took", n - 1, "steps; reduce says the same")
assert total == reduce(mine, "sum")
