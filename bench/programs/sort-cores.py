# Odd-even transposition sort over 16 cores: core 0 hands each a share and gathers them; at the borders of shares neighbours
# swap their numbers.
from parallel import coreid, numcores, send, recv, sendrecv

host = 16
workers = numcores() - 1
me = coreid()

def first_of(n, pid):
    return n * pid // workers

def exchange(mine, start, n, turn):
    last = start + len(mine) - 1
    i = (start + turn) % 2
    if i == 1 and me > 0:
        other = sendrecv(mine[0], me - 1)
        if other > mine[0]:
            mine[0] = other
    for k in range(i, len(mine) - 1, 2):
        if mine[k] > mine[k + 1]:
            larger = mine[k]
            mine[k] = mine[k + 1]
            mine[k + 1] = larger
    if (last + turn) % 2 == 0 and last + 1 < n:
        other = sendrecv(mine[len(mine) - 1], me + 1)
        if other < mine[len(mine) - 1]:
            mine[len(mine) - 1] = other

n = 0
data = []
if me == 0:
    n = recv(host)
    data = recv(host, n)
    for pid in range(1, workers):
        send(n, pid)
        send(data[first_of(n, pid):first_of(n, pid + 1)], pid)
    mine = data[0:first_of(n, 1)]
else:
    n = recv(0)
    mine = recv(0)
start = first_of(n, me)
turn = 0
while turn < n:
    exchange(mine, start, n, turn)
    turn += 1
if me != 0:
    send(mine, 0)
else:
    for pid in range(1, workers):
        mine = mine + recv(pid)
    send(mine, host, len(mine))
