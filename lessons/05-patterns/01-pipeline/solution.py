from parallel import *

# Twelve parcels go through four steps. Each step takes some time.
PARCELS = 12

def pick(k):
    x = k
    for turn in range(30):
        x = (x * 5 + 3) % 1009
    return x

def pack(x):
    for turn in range(30):
        x = (x * 7 + 1) % 1013
    return x

def weigh(x):
    for turn in range(30):
        x = (x * 3 + 8) % 1019
    return x

def stamp(x):
    for turn in range(30):
        x = (x * 11 + 5) % 1021
    return x

me = coreid()

# Core 0 picks, core 1 packs, core 2 weighs, and core 3 stamps and prints.
for k in range(PARCELS):
    if me == 0:
        send(pick(k), 1)
    elif me == 1:
        send(pack(recv(0)), 2)
    elif me == 2:
        send(weigh(recv(1)), 3)
    elif me == 3:
        print(f"Parcel {k}: {stamp(recv(2))}")
