# cores: 2
from parallel import *


def f():
    yield 1


if coreid() == 0:
    send([1, f()], 1)  # fault 0: cannot-send
else:
    print(recv(0))
# deadlock: 1
