from parallel import *
from array import *

# A map of 2,000 heights on each core: too many for its own memory.
POINTS = 2000
BLOCK = 250
LEVELS = 6

me = coreid()
heights = shared_mem_array(POINTS)
for k in range(POINTS):
    heights[k] = (k * 37 + me * 11) % 61

# How many points are higher than 0, higher than 10, higher than 20, …?
# Fetch each block of the map once, and do everything with it.
above = [0] * LEVELS
for level in range(LEVELS):
    for k in range(POINTS):
        if heights[k] > level * 10:
            above[level] += 1

print("Above:", above)
