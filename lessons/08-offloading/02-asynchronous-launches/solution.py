from epython import offload, waitAll

# In each part, half of the cores have a lot to do, and the others a little.
@offload(asynchronous=True)
def count(part):
    from parallel import coreid

    steps = 200
    if coreid() % 2 == part:
        steps = 4000
    total = 0
    for k in range(steps):
        total += k % 7
    return total

# Launch both parts before you wait for either of them.
handlers = [count(0), count(1)]
print("Both parts are launched")

first, second = waitAll(handlers)
print("The total is", sum(first) + sum(second))
