# cores: 2
from parallel import *
b = reduce([1, "a"], "sum") # fault: element-type
