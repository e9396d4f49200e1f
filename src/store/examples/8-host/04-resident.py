# title: Data that stays on the cores
# look: The list is copied once; kernels work on it from then on. Compare the virtual times with a copy in each call.

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
