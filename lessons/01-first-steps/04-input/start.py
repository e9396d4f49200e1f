from parallel import *

# Only core 0 asks, and prints a staircase with that many steps.
# All the others say that they do not ask.
count = input("How many steps? ")
print "Core " + str(coreid()) + " was told " + str(count)
