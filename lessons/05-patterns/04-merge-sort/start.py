from parallel import *

# Sorts SIZE numbers, on 1, 2, 4, 8 or 16 cores.
SIZE = 64

# Merges two sorted lists into one.
def merge(a, b):
    both = []
    i = 0
    j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            both.append(a[i])
            i += 1
        else:
            both.append(b[j])
            j += 1
    return both + a[i:] + b[j:]

def merge_sort(numbers):
    if len(numbers) < 2:
        return numbers
    half = len(numbers) // 2
    return merge(merge_sort(numbers[:half]), merge_sort(numbers[half:]))

me = coreid()
cores = numcores()

numbers = []
if me == 0:
    numbers = [(k * 29 + 11) % 101 for k in range(SIZE)]

# Divide: a core that has numbers gives the upper half to the core that is step away.
step = cores // 2
while step > 0:
    if me % (2 * step) == 0:
        half = len(numbers) // 2
        send(numbers[half:], me + step)
        numbers = numbers[:half]
    elif me % (2 * step) == step:
        numbers = recv(me - step)
    step = step // 2

numbers = merge_sort(numbers)

# Conquer: merge the parts, back along the same way.

if me == 0:
    print(f"Sorted {len(numbers)}: {numbers[:4]} to {numbers[-1]}")
