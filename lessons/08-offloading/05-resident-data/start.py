from epython import offload, define_on_device, copy_from_device, numcores

ROUNDS = 6

# Each core has a rod of its own. Put the rod on the cores once, and
# let the kernel work on it there.
rods = [[0.0] * 40 for core in range(numcores())]

@offload
def warm(rod):
    from parallel import coreid

    for k in range(len(rod)):
        rod[k] = rod[k] * 0.5 + coreid()
    return rod

for count in range(ROUNDS):
    for core in range(numcores()):
        rods[core] = warm(rods[core], target=core)[0]

# Fetch the rods when all rounds are over.
for core in range(numcores()):
    print(f"rod {core} is at {rods[core][0]:.3f}")
