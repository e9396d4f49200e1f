# cores: 16
from parallel import *
for i in range(10): sync()
print "done"
# expect: done
