# cores: 4
from parallel import *
if coreid() == 2:
    a = [1, 2]
    print a[coreid()] # fault 2: index-out-of-range
print "fine"
# expect 0,1,3: fine
