from parallel import *

me = coreid()
cores = numcores()

# One number on each core, all different, in no order.
value = (me * 7 + 3) % cores
print("At first", value)

for turn in range(cores):
    # In even turns the pairs are 0 and 1, 2 and 3; in odd turns 1 and 2, 3 and 4.
    if me % 2 == 0:
        partner = me + 1
    else:
        partner = me - 1

    if partner >= 0 and partner < cores:
        other = sendrecv(value, partner)
        # The core on the left keeps the smaller number, the core on the right the larger.
        value = min(value, other)

print("At last", value)
