# Core 0 takes the numbers from the host and gives each core a share. Then neighbours swap shares, in turn with the core
# before and the core after: the first of the two keeps the smaller half, the second the larger.
from parallel import coreid, numcores, send, recv, sendrecv

cores = numcores() - 1
host = cores
me = coreid()

def keep_half(mine, partner):
    both = mine + sendrecv(mine, partner)
    both.sort()
    size = len(mine)
    if me < partner:
        return both[0:size]
    return both[size:2 * size]

if me == 0:
    count = recv(host)
    numbers = recv(host, count)
    size = count // cores
    for core in range(1, cores):
        send(numbers[core * size:(core + 1) * size], core)
    mine = numbers[0:size]
else:
    mine = recv(0)

mine.sort()
for turn in range(cores):
    if (me + turn) % 2 == 0:
        partner = me + 1
    else:
        partner = me - 1
    if partner >= 0 and partner < cores:
        mine = keep_half(mine, partner)

if me == 0:
    for core in range(1, cores):
        mine = mine + recv(core)
    send(mine, host, len(mine))
else:
    send(mine, 0)
