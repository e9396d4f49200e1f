from parallel import *

# How many of the numbers below LIMIT have the digit 7?
LIMIT = 400

def has_seven(k):
    while k > 0:
        if k % 10 == 7:
            return True
        k = k // 10
    return False

me = coreid()
# One virtual core takes part. Its id comes after those of the chip.
devices = numcores() - 1
host = numcores() - 1

if isdevice():
    # Count my share, and send the count to the host.
    mine = 0
    for k in range(me, LIMIT, devices):
        if has_seven(k):
            mine += 1
    print("Counted", mine)

if ishost():
    # Add up the counts of the cores of the chip, and print the total.
    total = 0
    print("Total", total)
