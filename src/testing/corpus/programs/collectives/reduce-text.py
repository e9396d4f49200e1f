# cores: 2
from parallel import *
print reduce("a", "max") # fault: argument-type
