def inner(a):
    b = 0
    return a / b # fault: division-by-zero
def outer(a):
    return inner(a) + 1
print outer(1)
