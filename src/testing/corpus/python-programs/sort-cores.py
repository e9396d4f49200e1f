# The paper's listing 7 with a sort of its own: a share for each core, odd-even transposition of the shares' ends.
from parallel import coreid, recv, send, sendrecv, numcores

host = 16
workers = numcores() - 1

def merge(mine, other, low):
    """The lower or upper half of two sorted lists, as long as the first."""
    n = len(mine)
    kept = [0] * n
    if low:
        i = 0
        j = 0
        for k in range(n):
            if j >= len(other) or (i < n and mine[i] <= other[j]):
                kept[k] = mine[i]
                i += 1
            else:
                kept[k] = other[j]
                j += 1
    else:
        i = n - 1
        j = len(other) - 1
        for k in range(n - 1, -1, -1):
            if j < 0 or (i >= 0 and mine[i] > other[j]):
                kept[k] = mine[i]
                i -= 1
            else:
                kept[k] = other[j]
                j -= 1
    return kept

def share(n, pid):
    return n // workers + (1 if pid < n % workers else 0)

def parallel_odd_even_sort(data, n):
    if coreid() == 0:
        at = share(n, 0)
        for pid in range(1, workers):
            size = share(n, pid)
            send(size, pid)
            send(data[at:at + size], pid)
            at += size
        mine = data[0:share(n, 0)]
    else:
        size = recv(0)
        mine = recv(0, size)
    mine.sort()
    for turn in range(workers):
        if (coreid() + turn) % 2 == 0:
            partner = coreid() + 1
        else:
            partner = coreid() - 1
        if partner >= 0 and partner < workers:
            mine = merge(mine, sendrecv(mine, partner), partner > coreid())
    if coreid() != 0:
        send(mine, 0)
        return data
    for pid in range(1, workers):
        mine = mine + recv(pid)
    return mine

data = []
datalen = 0
if coreid() == 0:
    datalen = recv(host)
    data = recv(host, datalen)
data = parallel_odd_even_sort(data, datalen)
if coreid() == 0:
    send(data, host, len(data))
