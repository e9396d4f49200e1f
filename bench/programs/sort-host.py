# Table II of the paper, hybrid: the host makes the numbers, the cores sort them (sort-cores.py).
from random import randint, seed
from epython import send, recv

seed(1)
data = [randint(0, 1000) for k in range(5000)]
send(len(data), 0)
send(data, 0, len(data))
result = recv(0, len(data))
print("sorted" if result == sorted(data) else "not sorted")
