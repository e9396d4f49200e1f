from epython import offload

# How many darts each core throws.
DARTS = 500

@offload
def throw(darts):
    from random import random

    hits = 0
    for k in range(darts):
        x = random()
        y = random()
        if x * x + y * y < 1:
            hits += 1
    # Give back what the host needs for one good estimate.
    return hits

hits = throw(DARTS)

# Print one estimate from the darts of all cores, with four digits,
# and how many darts there were.
darts = DARTS * len(hits)
print(f"Pi is about {4 * sum(hits) / darts:.4f} from {darts} darts")
