# cores: 2
# stdin: 5
from parallel import *
if coreid() == 0: send(input(), 1)
else: print recv(0)
# expect 1: 5
