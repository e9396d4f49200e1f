# cores: 4
from parallel import *
x = 0
for i in range(coreid() * 100): x += 1
if coreid() == 0:
    bcast(1, 0) # fault 0: different-calls
else:
    sync() # fault 1,2,3: different-calls
