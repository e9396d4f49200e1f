# cores: 4
from parallel import *
root = 0
if coreid() == 3: root = 1
x = bcast("text", root) # fault 0,3: different-roots
print x
# expect 1,2: text
