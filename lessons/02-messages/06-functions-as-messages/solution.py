from parallel import *

def double(x):
    return 2 * x

def square(x):
    return x * x

# The third job.
def negate(x):
    return -x

jobs = [double, square, negate]

if coreid() == 0:
    # Give each core its job. The other core does the work, not core 0.
    for core in range(1, numcores()):
        job = jobs[(core - 1) % len(jobs)]
        send(job, core)
    for core in range(1, numcores()):
        print(f"Core {core} made {recv(core)}")
else:
    # Receive a job, do it with 10, and send the result back.
    job = recv(0)
    send(job(10), 0)
