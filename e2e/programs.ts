// Programs that several journeys look at.

/// Core 0 sends from line 4 while core 1 is still busy; core 1 receives in line 10.
export const passing = `from parallel import *

if coreid() == 0:
    send(20, 1)
    print "sent"
elif coreid() == 1:
    busy = 0
    for i in range(4):
        busy += i
    value = recv(0)
    print "got", value
`;

/// A rod of 100 points, split over the cores, each of which swaps its edges with its neighbours.
export const jacobi = `from parallel import *

me = coreid()
n = 100 // numcores()
old = [0.0] * (n + 2)
new = [0.0] * (n + 2)
if me == 0:
    old[0] = 1.0
for sweep in range(20):
    if me > 0:
        old[0] = sendrecv(old[1], me - 1)
    if me < numcores() - 1:
        old[n + 1] = sendrecv(old[n], me + 1)
    for i in range(1, n + 1):
        new[i] = (old[i - 1] + old[i + 1]) / 2.0
    for i in range(1, n + 1):
        old[i] = new[i]
`;
