# cores: 2
from collections import Counter, namedtuple
from parallel import coreid, recv, send

Job = namedtuple("Job", "first last")
if coreid() == 0:
    send(Job(1, 4), 1)
    print(recv(1))  # expect 0: Counter({'odd': 2, 'even': 1})
else:
    first, last = recv(0)
    send(Counter(["even" if k % 2 == 0 else "odd" for k in range(first, last)]), 0)
