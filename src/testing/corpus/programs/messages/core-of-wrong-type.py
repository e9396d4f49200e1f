# cores: 2
from parallel import *
if coreid() == 0:
    send(1, 1.0) # fault 0: argument-type
else:
    recv("0") # fault 1: argument-type
