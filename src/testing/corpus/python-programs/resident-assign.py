# A kernel that assigns data which stays on the cores changes it there, on each core its own; the host's is another.
from epython import offload, define_on_device, copy_to_device, copy_from_device

a = 23
pair = [1, 2]
count = 0
apart = 5
define_on_device(a)
define_on_device(pair)
define_on_device("count")

@offload
def set_a():
    a = 19

@offload(target=[2, 3])
def more(a):
    # A parameter is the function's own.
    a = a + 1
    return a

@offload(target=[2, 3])
def step(n):
    apart = n
    for count in range(n):
        pass
    pair[1] += apart
    helper(n)
    return apart

def helper(n):
    a = n
    a += 1
    pair = [p for p in pair]
    pair[0] = a

@offload(target=3)
def both():
    global count
    count = count + 10
    a, count = count, a
    return a, count

print(copy_from_device("a", target=[7, 8]))
set_a()
print(copy_from_device("a") == [19] * 16)
copy_to_device("a", 99, target=[1, 5, 9])
print(copy_from_device("a", target=[0, 1, 2, 5]))
print(more(50), copy_from_device("a", target=[2, 3]))
print(step(4), copy_from_device("a", target=[1, 2, 3]), copy_from_device("pair", target=[1, 2]), copy_from_device("count", target=2))
print(both(), copy_from_device("count", target=[2, 3]))
print(a, pair, count, apart)
# expect host: [23, 23]
# expect host: True
# expect host: [19, 99, 19, 99]
# expect host: [51, 51] [19, 19]
# expect host: [4, 4] [99, 5, 5] [[1, 2], [5, 6]] [3]
# expect host: [(13, 5)] [3, 5]
# expect host: 23 [1, 2] 0 5
