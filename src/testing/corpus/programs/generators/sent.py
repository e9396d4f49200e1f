# cores: 2
from parallel import *


def f():
    yield 1


if coreid() == 0:
    send([1, f()], 1)
else:
    print(recv(0))  # fault 1: cannot-send
# deadlock: 0
