# cores: 2
from parallel import *
print reduce(1, "average") # fault: unknown-operator
