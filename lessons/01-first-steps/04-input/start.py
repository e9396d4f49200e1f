from parallel import *

# Only core 0 asks, and prints a staircase with that many steps.
# All the others say that they do not ask.
count = int(input("How many steps? "))
print(f"Core {coreid()} was told {count}")
