# Darts at a quarter of a circle, on every core.
from epython import offload

@offload
def estimate(darts, rounds):
  from random import random
  from math import pow
  total = 0.0
  for k in xrange(rounds):
    hits = 0.0
    for dart in xrange(darts):
      x = random()
      y = random()
      if pow(x, 2) + pow(y, 2) < 1.0:
        hits += 1.0
    total += 4.0 * (hits / darts)
  return total

pi = sum(estimate(100, 10))
print "Value of PI is " + str((pi / 10) / 16)
print abs(pi / 160 - 3.14159) < 0.05
# expect host: Value of PI is …
# expect host: True
