# A fault belongs to the launch whose kernel failed: whatever is launched on the core afterwards runs as if nothing had been.
from epython import *

kept = [0]
define_on_device(kept)

@offload(target=3)
def divide_by(x):
    return 60 // x

@offload(target=3)
def add(a, b):
    return a + b

@offload_single
def deep(n):
    if n == 0:
        return 0
    return deep(n - 1)

@offload(target=3)
def fill(n):
    kept[0] = n
    all = []
    while n > 0:
        all.append([n] * 100)
    return 0

@offload(target=3)
def mark(n):
    kept[0] = n
    return kept[9]

@offload(target=3)
def mark_twice(n):
    global kept
    kept = [n, n]
    assert n < 0, "too much"

def tell(work):
    try:
        print(work())
    except KernelError as error:
        print("KernelError:", str(error).split(" (")[0].split(": the ")[0])

tell(lambda: divide_by(0))
tell(lambda: divide_by(6))
tell(lambda: add(1, 2))
tell(lambda: add([1], 2))
tell(lambda: add([1], [2]))
tell(lambda: fill(1))
tell(lambda: copy_from_device("kept", target=3))
tell(lambda: mark(7))
tell(lambda: mark_twice(8))
tell(lambda: copy_from_device("kept", target=[2, 3]))
tell(lambda: deep(100000).wait())
tell(lambda: deep(2).wait())
tell(lambda: copy_to_device("kept", [1.5] * 75000, target=3))
tell(lambda: copy_to_device("kept", [1.5] * 75000, target=3))
tell(lambda: copy_to_device("kept", [5], target=3))

# A kernel that comes later makes the program of the cores anew: the data of a core that has failed is kept too.
tell(lambda: mark(9))

@offload(target=3)
def late():
    return kept

tell(late)
# expect host: KernelError: core 3: division by zero, line 9
# expect host: [10]
# expect host: [3]
# expect host: KernelError: core 3: …
# expect host: [[1, 2]]
# expect host: KernelError: core 3: no memory left in one piece…
# expect host: [[1]]
# expect host: KernelError: core 3: …
# expect host: KernelError: core 3…
# expect host: [[0], [8, 8]]
# expect host: KernelError: core 0: too many calls within calls
# expect host: [0]
# expect host: None
# expect host: KernelError: core 3: …
# expect host: None
# expect host: KernelError: core 3: index 9 …
# expect host: [[9]]
# fault: core 3 division-by-zero line 9
# fault: core 3 wrong-types line 13
# fault: core 3 out-of-memory line 26
# fault: core 3 index-out-of-range line 32
# fault: core 3 assertion-failed line 38
# fault: core 0 recursion-too-deep line 19
# fault: core 3 out-of-memory line 59
# fault: core 3 index-out-of-range line 32
