# cores: 16
from parallel import *

if coreid()==0:
    send(20, 1)
elif coreid()==1:
    print "Got value "+str(recv(0))+ " from core 0"
# expect 1: Got value 20 from core 0
