# cores: 2
from parallel import *
def twice(x): return 2 * x
def square(x): return x * x
if coreid() == 0:
    send([twice, square, len], 1)
else:
    f = recv(0)
    print f[0](5), f[1](5), f[2]("abc")
# expect 1: 10 25 3
