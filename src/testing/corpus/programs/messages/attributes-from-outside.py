# cores: 2
from parallel import *
class Thing:
    pass
if coreid() == 0:
    t = Thing()
    t.name = "nut"
    setattr(t, "si" + "ze", 3)
    send(t, 1)
else:
    t = recv(0)
    print(t.name, t.size, hasattr(t, "weight"))
    # expect 1: nut 3 False
