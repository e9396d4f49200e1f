# With a program of their own on the cores, the host is one of them.
from epython import coreid, numcores, bcast, reduce, sync, sendrecv
print(coreid(), numcores())
print(bcast([1, 2.5], 16), reduce(coreid(), "max"), reduce([1, 2], "sum"))
sync()
print(sendrecv("from the host", 0))
# device: collectives-cores.py
# expect host: 16 17
# expect host: [1, 2.5] 16 [17, 34]
# expect host: from core 0
# expect: [1, 2.5] 17 × 16
# expect 0: from the host
