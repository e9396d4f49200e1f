from epython import offload, waitAll

@offload
def inner(steps):
    from parallel import coreid

    print("inner")
    total = 0
    for k in range(steps):
        total += k % 5
    return coreid()

@offload
def edge(steps):
    from parallel import coreid

    print("edge")
    total = 0
    for k in range(steps):
        total += k % 5
    return coreid()

# Run inner on the four cores in the middle of the mesh, and edge on the twelve around them, both at the same time.
inside = inner(2000)
outside = edge(2000)

print("inner:", inside)
print("edge:", outside)
