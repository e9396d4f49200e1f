from parallel import *

# Only core 0 asks, and prints a staircase of so many steps.
# All others say that they do not ask.
count = input("How many steps? ")
print "Core " + str(coreid()) + " was told " + str(count)
