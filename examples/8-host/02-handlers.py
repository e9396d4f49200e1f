# title: Launch now, wait later
# look: The host does its own work while the kernels run, then waits for their values.

from epython import offload_multiple, offload_single, waitAll

@offload_multiple(cores=8)
def squares(n):
    total = 0
    for k in range(n):
        total += k * k
    return total

@offload_single
def double(n):
    return 2 * n

many = squares(100)
one = double(21)
print("meanwhile on the host:", sum(k * k for k in range(100)))
print(waitAll(many, one))
