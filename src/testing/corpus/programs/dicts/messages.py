# cores: 2
from parallel import *
if coreid() == 0:
    d = {"a": [1, 2], "b": {"c": (1, {2, 3})}, "f": frozenset([5])}
    for i in range(30):
        d[i] = i
    send(d, 1)
    d["a"] = 0
    print(recv(1))
    # expect 0: {1, 2, 3}
else:
    d = recv(0)
    print(len(d), d["a"], d["b"]["c"], d[29], d["f"])
    # expect 1: 33 [1, 2] (1, {2, 3}) 29 frozenset({5})
    send({3, 1, 2}, 0)
shared = bcast({"from": coreid()}, 0)
shared["mine"] = coreid()
print(shared)
# expect 0: {'from': 0, 'mine': 0}
# expect 1: {'from': 0, 'mine': 1}
