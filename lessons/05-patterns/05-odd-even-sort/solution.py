from parallel import *

me = coreid()
cores = numcores()

# One number on each core, none twice, in no order.
value = (me * 7 + 3) % cores
print "At first " + str(value)

for turn in range(cores):
    # In even turns 0 is paired with 1, 2 with 3; in odd turns 1 with 2, 3 with 4.
    if turn % 2 == me % 2:
        partner = me + 1
    else:
        partner = me - 1

    if partner >= 0 and partner < cores:
        other = sendrecv(value, partner)
        # The core on the left keeps the smaller number, the one on the right the larger.
        if me < partner:
            value = min(value, other)
        else:
            value = max(value, other)

print "At last " + str(value)
