# cores: 3
# stdin: a
# stdin: b
# stdin: c
from parallel import *
for i in range(numcores()):
    if i == coreid(): print input("core " + str(i))
    sync()
# expect 0: a
# expect 1: b
# expect 2: c
