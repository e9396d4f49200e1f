# title: A broadcast by hand
# look: In each round, twice as many cores know the secret: four rounds for sixteen cores. Watch the messages spread.

from parallel import *

me = coreid()
known = None
if me == 0:
    known = 42

# In each round, every core that knows the secret tells one that does not.
reach = 1
rounds = 0
while reach < numcores():
    if me < reach:
        if me + reach < numcores():
            send(known, me + reach)
    elif me < 2 * reach:
        known = recv(me - reach)
        print(f"I know in round {rounds + 1}: it is {known}")
    reach *= 2
    rounds += 1

if me == 0:
    print(f"{numcores()} cores knew it after {rounds} rounds")
