from parallel import *
from time import time

# A token visits every core of the mesh, which has four columns.
COLUMNS = 4

# The id of the core at a stop of the tour. Each stop is one hop from the one before it.
def core_at(stop):
    row = stop // COLUMNS
    column = stop % COLUMNS
    if row % 2 == 1:
        column = COLUMNS - 1 - column
    return row * COLUMNS + column

me = coreid()
cores = numcores()

my_stop = 0
while core_at(my_stop) != me:
    my_stop += 1

token = 0
if my_stop > 0:
    token = recv(core_at(my_stop - 1)) + 1
print("Stop", token)
if my_stop < cores - 1:
    send(token, core_at(my_stop + 1))

print("My clock:", time() * 1000000, "microseconds")
