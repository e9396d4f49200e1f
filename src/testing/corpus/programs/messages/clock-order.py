# cores: 2
# What is received was sent before: time() is not there yet, so the cycles of all drivers are compared.
from parallel import *
if coreid() == 0:
    x = 0
    for i in range(500): x += i
    send(x, 1)
    print recv(1)
else:
    y = recv(0)
    for i in range(500): y -= i
    send(y, 0)
# expect 0: 0
