from parallel import *

# How many pairs of stars are close to each other? Every core knows all the stars.
STARS = 96
NEAR = 5

places = [(k * 37) % 331 for k in range(STARS)]

# How many of the stars before star k are close to it. Star 0 has none before it.
def near_before(k):
    count = 0
    for other in range(k):
        if abs(places[k] - places[other]) <= NEAR:
            count += 1
    return count

me = coreid()
cores = numcores()

# The stars that this core works on.
stars = range(me, STARS, cores)

pairs = 0
for k in stars:
    pairs += near_before(k)

total = reduce(pairs, "sum")
print(f"Found {pairs} of {total}")
