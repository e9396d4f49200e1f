from epython import offload

# In each part, half of the cores have a lot to do, and the others a little.
@offload
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
first = count(0)
second = count(1)
print("Both parts are launched")

print("The total is", sum(first) + sum(second))
