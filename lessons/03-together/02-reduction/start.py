from parallel import *

me = coreid()
mine = (me * 5 + 2) % 7

# The total of all cores, and the largest number that any core has.
total = mine
most = mine

print(f"Core {me} has {mine} of {total}")
if mine == most:
    print("Core", me, "is ahead")
