# Table II of the paper, host only: the same sort by one core.
from random import randint, seed

seed(1)
data = [randint(0, 1000) for k in range(5000)]
n = len(data)
turn = 0
while turn < n:
    i = turn % 2
    while i + 1 < n:
        if data[i] > data[i + 1]:
            larger = data[i]
            data[i] = data[i + 1]
            data[i + 1] = larger
        i += 2
    turn += 1
print("sorted" if data == sorted(data) else "not sorted")
