# title: A reduction
# look: Every core draws a number. reduce finds the largest and gives it to all cores.

from parallel import *
from random import randint

mine = randint(0, 100)
print("I drew", mine)

# Every core must take part, and every core gets the result.
best = reduce(mine, "max")
if mine == best:
    print("Mine is the largest:", best)
