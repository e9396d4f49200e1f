# Table II of the paper, host only: the same sort by one core.
from random import randint, seed

seed(1)
data = [randint(0, 1000) for k in range(5000)]
n = len(data)
for turn in range(n):
    for i in range(turn % 2, n - 1, 2):
        if data[i] > data[i + 1]:
            larger = data[i]
            data[i] = data[i + 1]
            data[i + 1] = larger
print("sorted" if data == sorted(data) else "not sorted")
