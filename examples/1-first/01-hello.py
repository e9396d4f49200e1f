# title: Hello from every core
# look: All cores run the same program, and each knows its own id.

from parallel import *

print "Hello from core " + str(coreid()) + " of " + str(numcores())
