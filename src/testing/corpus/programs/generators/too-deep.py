def f(n):
    yield from f(n + 1)  # fault: recursion-too-deep


for x in f(0):
    pass
