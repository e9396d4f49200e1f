# title: Not everyone came
# look: One core never reaches the barrier, so the others wait there for ever. The report below the chip says which one is missing.
# ends: deadlock

from parallel import *

print("On my way")
if coreid() == 0:
    # It never calls sync.
    print("I go home")
else:
    sync()
    print("All together")
