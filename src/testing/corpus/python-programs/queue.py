# Launches wait for cores that are busy and keep their order on each core.
from epython import *

log = []
define_on_device(log)

@offload(async_=True)
def note(k, n):
    i = 0
    while i < n:
        i += 1
    log.append(k)
    return len(log)

handlers = [note(k, 300 if k == 0 else 1) for k in range(20)]
handlers.append(note(99, 1, target=[2]))
results = waitAll(*handlers)
print(results[0] == [1] * 16, results[19] == [20] * 16, results[20])
print(copy_from_device("log", target=[1, 2]) == [list(range(20)), list(range(20)) + [99]])

@offload_single
def where():
    return coreid()

hs = [where() for k in range(18)]
print([h.wait()[0] for h in hs])
# expect host: True True [21]
# expect host: True
# expect host: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1]
