# Data that stays on the cores, a private copy for each; kernels that come later find it as it was left.
from epython import offload, define_on_device, copy_to_device, copy_from_device

data = [0] * 3
define_on_device(data)

@offload
def fill(start):
    for i in range(len(data)):
        data[i] = start + i

fill(1)
copy_to_device("data", [0.5, "x", None], target=7)
print(copy_from_device("data", target=[6, 7]))

scale = 2
define_on_device(scale)

@offload(target=[0, 6])
def total():
    global scale
    scale = scale + 1
    return sum(data) * scale

print(total(), total(), copy_from_device("scale")[:8])
h = copy_to_device("data", (1, 2), async_=True)
h.wait()
print(copy_from_device("data", target=15, asynchronous=True).wait())
# expect host: [[1, 2, 3], [0.5, 'x', None]]
# expect host: [18, 18] [24, 24] [4, 2, 2, 2, 2, 2, 4, 2]
# expect host: [(1, 2)]
