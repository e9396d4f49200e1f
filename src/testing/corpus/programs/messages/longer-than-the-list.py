# cores: 2
from parallel import *
if coreid() == 0:
    send([1, 2], 1, 3) # fault 0: too-few-elements
