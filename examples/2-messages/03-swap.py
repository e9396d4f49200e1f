# title: Swapping with a neighbour
# look: sendrecv sends and receives at once, so two cores can swap without deciding who goes first.

from parallel import *

me = coreid()

# Even cores swap with the core on the right, odd ones with the core on the left.
if me % 2 == 0:
    partner = me + 1
else:
    partner = me - 1

if partner < numcores():
    theirs = sendrecv(me * 100, partner)
    print(f"I gave {me * 100} and got {theirs}")
else:
    print("I am the last one, and have no partner")
