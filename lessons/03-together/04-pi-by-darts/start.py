from parallel import *
from random import random

# How many darts each core throws.
THROWS = 500

hits = 0
for i in range(THROWS):
    x = random()
    y = random()
    if x * x + y * y < 1:
        hits += 1

# Add up the hits of all cores; core 0 prints one estimate.
print(f"Pi is about {4 * hits / THROWS} from {THROWS} throws")
