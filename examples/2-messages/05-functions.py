# title: Functions as messages
# look: A function is a value: core 0 sends each core something to do, and gets the result back.

from parallel import *

def square(x):
    return x * x

def factorial(x):
    result = 1
    while x > 1:
        result *= x
        x -= 1
    return result

def digits(x):
    return len(str(x * 12345))

jobs = [square, factorial, digits]

if coreid() == 0:
    for core in range(1, numcores()):
        send(jobs[core % len(jobs)], core)
    for core in range(1, numcores()):
        print(f"Core {core} made {recv(core)}")
else:
    # Call the function, without knowing which one it is.
    job = recv(0)
    send(job(coreid() % 10), 0)
