# title: Data that stays on the cores
# look: The list is copied to the cores once, and then the kernels work on it there. Try passing it as an argument instead, and compare the virtual times.

from epython import offload, define_on_device, copy_from_device

data = [0.0] * 50
define_on_device(data)

@offload
def fill():
    from parallel import coreid
    for k in range(len(data)):
        data[k] = coreid() + k * 0.5

@offload
def total():
    return sum(data)

fill()
print(total())
print(copy_from_device("data", target=3)[0][:5])
