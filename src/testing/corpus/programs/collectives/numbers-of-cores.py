# cores: 3
import parallel
from parallel import coreid as me
print parallel.coreid() == me(), parallel.numcores(), parallel.isdevice(), parallel.ishost()
# expect: True 3 True False
