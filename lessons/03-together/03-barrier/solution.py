from parallel import *

me = coreid()

def walk(steps):
    total = 0
    for i in range(steps):
        total += i
    return total

# The way to the gate is longer for some than for others.
walk((me + 1) * 50)
print("Core", me, "is at the gate")

# All must be there before core 0 opens the gate,
# and it must be open before any core goes through.
sync()
if me == 0:
    walk(20)
    print("The gate is open")
sync()

walk((me + 1) * 10)
print("Core", me, "goes through")
