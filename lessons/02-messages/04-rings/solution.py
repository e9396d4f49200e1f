from parallel import *

me = coreid()

after = (me + 1) % numcores()
before = (me - 1) % numcores()

# Core 0 sends a 0 round the ring, and each core adds its id to it.
if me == 0:
    send(0, after)
    total = recv(before)
    print("Round the ring:", total)
else:
    total = recv(before)
    print(f"Core {me} got {total}")
    send(total + me, after)
