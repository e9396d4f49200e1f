# cores: 2
from parallel import *
print reduce(-2147483648 + coreid(), "min"), reduce(2147483647 - coreid(), "max")
# expect: -2147483648 2147483647
