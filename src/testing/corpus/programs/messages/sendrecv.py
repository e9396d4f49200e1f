# cores: 4
from parallel import *
other = coreid() ^ 1 if False else (coreid() + 1 if coreid() % 2 == 0 else coreid() - 1)
x = sendrecv(coreid() * 10, other)
y = sendrecv([coreid(), "a"], other)
z = sendrecv("core " + str(coreid()), other)
print x, y, z
# expect 0: 10 [1, 'a'] core 1
# expect 1: 0 [0, 'a'] core 0
# expect 2: 30 [3, 'a'] core 3
# expect 3: 20 [2, 'a'] core 2
