# title: Near and far memory
# look: The same loop runs over a list in the core's own memory, and over one in shared memory. How many times slower is the far one?

from parallel import *
from array import *
from time import time

SIZE = 200

def timed_sum(numbers):
    start = time()
    total = 0
    for i in range(SIZE):
        total += numbers[i]
    return [total, time() - start]

near = array(SIZE)
far = shared_mem_array(SIZE)
for i in range(SIZE):
    near[i] = i
    far[i] = i

a = timed_sum(near)
b = timed_sum(far)
assert a[0] == b[0]
print(f"Near {a[1] * 1e6} us, far {b[1] * 1e6} us")
