# title: Not everyone came
# look: One core never reaches the barrier, so the others wait there for ever. The report under the chip says who is missing.
# ends: deadlock

from parallel import *

print "On my way"
if coreid() == 0:
    # It had other plans.
    print "I go home"
else:
    sync()
    print "All together"
