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
middle = [5, 6, 9, 10]
around = [core for core in range(16) if core not in middle]
inside, outside = waitAll(
    inner(2000, target=middle, asynchronous=True),
    edge(2000, target=around, asynchronous=True),
)

print("inner:", inside)
print("edge:", outside)
