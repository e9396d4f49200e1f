# title: Ping-pong, timed
# look: How long does a message take, from core 0 to the next core and to the far corner of the mesh? And how much more does a long one take?

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

# time() is the core's virtual clock: it shows how long the real chip would have taken.
for length in [1, 10, 100]:
    if numcores() > 1:
        near = ping(1, length)
        far = ping(numcores() - 1, length)
        if coreid() == 0:
            print(f"{length} numbers: {near * 1e6} us near, {far * 1e6} us far")
