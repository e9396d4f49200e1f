from epython import offload, define_on_device, copy_from_device, numcores

ROUNDS = 6

# Each core has a rod of its own. Put the rod on the cores once, and
# let the kernel work on it there.
rod = [0.0] * 40
define_on_device(rod)

@offload
def warm():
    from parallel import coreid

    for k in range(len(rod)):
        rod[k] = rod[k] * 0.5 + coreid()

for count in range(ROUNDS):
    warm()

# Fetch the rods when all rounds are over.
rods = copy_from_device("rod")
for core in range(numcores()):
    print(f"rod {core} is at {rods[core][0]:.3f}")
