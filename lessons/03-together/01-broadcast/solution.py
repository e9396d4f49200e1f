from parallel import *

me = coreid()

# Core 0 asks, and all cores get the answer:
# with one broadcast instead of many messages.
number = 0
if me == 0:
    number = int(input("The table of which number? "))
number = bcast(number, 0)

print(f"{me} times {number} is {me * number}")
