# Data of an outer call is as it was.
def inner(values, k):
    return values[k]

def outer():
    values = [10, 20, 30]
    k = 0
    total = 0
    while True:
        try:
            total += inner(values, k)
        except IndexError:
            return total, k
        k += 1

print(outer())

# expect: (60, 3)
