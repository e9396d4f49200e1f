from parallel import *

# Only core 0 asks, and prints a staircase of so many steps.
# All others say that they do not ask.
if coreid() == 0:
    count = input("How many steps? ")
    for step in range(count):
        print "#" * (step + 1)
else:
    print "Core " + str(coreid()) + " does not ask"
