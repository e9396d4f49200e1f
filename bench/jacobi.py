# Jacobi's method for Laplace's equation in one dimension, SIZE points over all cores, until the values stand still.
from parallel import *
from math import sqrt

SIZE = 100
ITERATIONS = 200

me = coreid()
cores = numcores()
mine = SIZE // cores
if me < SIZE % cores: mine += 1

old = [0.0] * (mine + 2)
new = [0.0] * (mine + 2)
if me == 0:
    old[0] = 1.0
    new[0] = 1.0
if me == cores - 1:
    old[mine + 1] = 10.0
    new[mine + 1] = 10.0

def sweep(old, new, mine):
    change = 0.0
    i = 1
    while i <= mine:
        value = 0.5 * (old[i - 1] + old[i + 1])
        step = value - old[i]
        change = change + step * step
        new[i] = value
        i += 1
    return change

iterations = 0
change = 1.0
while change > 1e-5 and iterations < ITERATIONS:
    if me > 0: old[0] = sendrecv(old[1], me - 1)
    if me < cores - 1: old[mine + 1] = sendrecv(old[mine], me + 1)
    change = sqrt(reduce(sweep(old, new, mine), "sum"))
    old, new = new, old
    iterations += 1

if me == 0: print iterations, "iterations, change", change
