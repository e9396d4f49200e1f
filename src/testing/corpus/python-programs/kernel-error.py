# A kernel that fails on one core: the host hears of it at the call; the other cores go on.
from epython import offload, KernelError

@offload
def inverse(x):
    from parallel import coreid
    y = 60 // (x - coreid())
    return y

try:
    inverse(3)
except KernelError as error:
    print("caught:", error, error.core, error.line)
print(inverse(20, target=[4, 5]))
print(inverse(7, target=3))
inverse(3, target=3)
# expect host: caught: core 3: division by zero, line 7 3 7
# expect host: [3, 4]
# expect host: [15]
# fault: core 3 division-by-zero line 7
# fault: core 3 division-by-zero line 7
# fault: core 16 host-exception line 16
# outcome: failed
