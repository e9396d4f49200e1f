from parallel import *

me = coreid()

# Core 0 asks, and all cores get the answer:
# with one broadcast instead of many messages.
if me == 0:
    number = int(input("The table of which number? "))
    for other in range(1, numcores()):
        send(number, other)
else:
    number = recv(0)

print(f"{me} times {number} is {me * number}")
