from parallel import *

# Twelve parcels are picked, packed and stamped. Packing takes twice as long as each other step.
PARCELS = 12

def pick(k):
    x = k
    for turn in range(30):
        x = (x * 5 + 3) % 1009
    return x

def pack(x):
    for turn in range(60):
        x = (x * 7 + 1) % 1013
    return x

def stamp(x):
    for turn in range(30):
        x = (x * 11 + 5) % 1021
    return x

me = coreid()

# Core 1 packs the parcels with even numbers, and core 2 those with odd ones.
for k in range(PARCELS):
    if me == 0:
        send(pick(k), 1)
    elif me == 1:
        send(pack(recv(0)), 3)
    elif me == 3:
        print(f"Parcel {k}: {stamp(recv(1))}")
