from epython import offload, waitAll

@offload
def visit(part):
    from parallel import coreid

    print(part)
    total = 0
    for k in range(2000):
        total += k % 5
    return coreid()

# Run the inner part on the four cores in the middle of the mesh, and
# the edge on the twelve around them, both at the same time.
middle = [5, 6, 9, 10]
around = [core for core in range(16) if core not in middle]
inside, outside = waitAll(
    visit("inner", target=middle, asynchronous=True),
    visit("edge", target=around, asynchronous=True),
)

print("inner:", inside)
print("edge:", outside)
