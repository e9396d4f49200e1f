# title: Prefix sums
# look: Each core gets the sum of all cores up to itself, in as few rounds as a broadcast takes.

from parallel import *

me = coreid()
mine = me + 1

# In round k, add what the core 2**k to the left has so far.
total = mine
distance = 1
while distance < numcores():
    has_left = me >= distance
    has_right = me + distance < numcores()
    # Cores in even groups send first, so that nobody waits in a circle.
    if (me // distance) % 2 == 0:
        if has_right:
            send(total, me + distance)
        if has_left:
            total += recv(me - distance)
    else:
        before = recv(me - distance)
        if has_right:
            send(total, me + distance)
        total += before
    distance *= 2

print(f"1 to {mine} add up to {total}")
assert total == mine * (mine + 1) // 2
