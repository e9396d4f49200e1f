# cores: 4
from parallel import *

print "Hello world from core "+str(coreid())+" of "+str(numcores())
# expect 0: Hello world from core 0 of 4
# expect 1: Hello world from core 1 of 4
# expect 2: Hello world from core 2 of 4
# expect 3: Hello world from core 3 of 4
