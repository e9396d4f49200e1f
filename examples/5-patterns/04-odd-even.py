# title: Odd-even sort
# look: Each core holds one number. Neighbours compare and swap until all numbers are in order. It takes as many rounds as there are cores.

from parallel import *
from random import randint

me = coreid()
n = numcores()
mine = randint(0, 99)
print("I begin with", mine)

for step in range(n):
    # In even rounds core 0 meets 1 and 2 meets 3; in odd rounds 1 meets 2.
    if (me + step) % 2 == 0:
        partner = me + 1
    else:
        partner = me - 1
    if partner >= 0 and partner < n:
        theirs = sendrecv(mine, partner)
        if me < partner:
            mine = min(mine, theirs)
        else:
            mine = max(mine, theirs)

print("I end with", mine)
if me < n - 1:
    send(mine, me + 1)
if me > 0:
    assert recv(me - 1) <= mine
