# cores: 4
from parallel import *
norm = 0.0
left = 0
right = 0
for i in range(20):
    if coreid() > 0: left = sendrecv(i + coreid(), coreid() - 1)
    if coreid() < numcores() - 1: right = sendrecv(i + coreid(), coreid() + 1)
    norm = reduce(left + right, "sum")
print norm
# expect: 123
