from parallel import *

me = coreid()
last = numcores() - 1

# A number goes from core to core, doubles on the way, and comes back to core 0.
if me == 0:
    send(1, 1)
    result = recv(last)
    print("Result", result)
elif me < last:
    value = recv(me - 1)
    send(value * 2, me + 1)
else:
    value = recv(me - 1)
    send(value, 0)

# No core is done before the result is there.
sync()

if me > 0:
    print("Core", me, "is done")
