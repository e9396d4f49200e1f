# A reduce that all cores refuse, and then one that works.
# cores: 4
from parallel import *

try:
    reduce(coreid(), "median")
except ParallelError as e:
    print(e)
print(reduce(coreid(), "sum"))

# expect: reduce takes only "sum", "min", "max" or "prod"
# expect: 6
