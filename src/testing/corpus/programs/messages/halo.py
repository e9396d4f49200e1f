# cores: 4
from parallel import *
data = [0.0] * 4
data[1] = coreid() + 0.25
data[2] = coreid() + 0.75
if coreid() > 0: data[0] = sendrecv(data[1], coreid() - 1)
if coreid() < numcores() - 1: data[3] = sendrecv(data[2], coreid() + 1)
print data
# expect 0: [0.0, 0.25, 0.75, 1.25]
# expect 1: [0.75, 1.25, 1.75, 2.25]
# expect 2: [1.75, 2.25, 2.75, 3.25]
# expect 3: [2.75, 3.25, 3.75, 0.0]
