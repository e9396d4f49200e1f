# cores: 4
# seed: 5
from parallel import *
from random import randint
a = randint(0, 1000000)
print reduce(a, "min") == reduce(a, "max")
# expect: False
