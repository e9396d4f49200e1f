# cores: 2
from parallel import *
tasks = []
def task(f):
    tasks.append(f)
    return f
@task
def triple(x):
    return 3 * x
if coreid() == 0:
    send(triple, 1)
else:
    print recv(0)(7)
# expect 1: 21
