from parallel import *

# Only core 0 asks, and prints a staircase with that many steps.
# All the others say that they do not ask.
if coreid() == 0:
    count = int(input("How many steps? "))
    for step in range(count):
        print("#" * (step + 1))
else:
    print("Core", coreid(), "does not ask")
