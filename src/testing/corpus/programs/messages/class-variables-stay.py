# cores: 2
# Variables of a class belong to the core, as variables of the program do.
from parallel import *
class Counter:
    made = 0
    def __init__(self):
        Counter.made += 1
if coreid() == 0:
    Counter()
    send(Counter(), 1)
    print(Counter.made)
    # expect 0: 2
else:
    c = recv(0)
    print(c.made)
    # expect 1: 0
