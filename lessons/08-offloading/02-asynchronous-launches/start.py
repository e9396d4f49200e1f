from epython import offload

# In each part half of the cores have much to do, the others little.
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

# Launch both parts before you wait for any of them.
first = count(0)
second = count(1)
print("Both parts are launched")

print("The total is", sum(first) + sum(second))
