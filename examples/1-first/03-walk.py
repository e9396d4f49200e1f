# title: Random walks, and the seed
# look: Run it twice: every step is the same. Then change the seed in Run settings, and each core walks a different way.

from parallel import *
from random import randint

# Each core has random numbers of its own. The seed decides where they start.
STEPS = 400

place = 0
farthest = 0
for step in range(STEPS):
    if randint(0, 1) == 0:
        place -= 1
    else:
        place += 1
    farthest = max(farthest, abs(place))

print(f"I ended at {place} and was never farther than {farthest}")
best = reduce(farthest, "max")
if coreid() == 0:
    print("The farthest core went", best, "steps away")
