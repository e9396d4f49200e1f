from parallel import *

# The energy of a sound: the sum of the squares of its samples.
SAMPLES = 4000

def sample(k):
    return k * 29 % 101 - 50

me = coreid()
share = SAMPLES // numcores()
first = me * share

# Keep only the samples that this core works on.
samples = [sample(k) for k in range(SAMPLES)]

energy = 0
for k in range(first, first + share):
    energy += samples[k] * samples[k]

total = reduce(energy, "sum")
if me == 0:
    print("Energy", total)
