# title: Ping-pong, timed
# look: How long a message takes, from core 0 to the next one and to the far corner of the mesh, and what length adds.

from parallel import *
from time import time

ROUNDS = 20

def ping(partner, length):
    ball = [0] * length
    start = time()
    for i in range(ROUNDS):
        if coreid() == 0:
            send(ball, partner)
            ball = recv(partner)
        elif coreid() == partner:
            ball = recv(0)
            send(ball, 0)
    return (time() - start) / (2 * ROUNDS)

# time() is the core's virtual clock: what the real chip would have taken.
for length in [1, 10, 100]:
    if numcores() > 1:
        near = ping(1, length)
        far = ping(numcores() - 1, length)
        if coreid() == 0:
            print str(length) + " numbers: " + str(near * 1e6) + " us near, " + str(far * 1e6) + " us far"
