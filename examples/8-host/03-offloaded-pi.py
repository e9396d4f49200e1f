# title: Pi, offloaded
# look: Each core throws its own darts, and the host takes the mean of their estimates.

from epython import offload

@offload
def estimate(darts):
    from random import random
    hits = 0
    for k in range(darts):
        x = random()
        y = random()
        if x * x + y * y < 1.0:
            hits += 1
    return 4.0 * hits / darts

values = estimate(500)
print("pi is about", sum(values) / len(values))
