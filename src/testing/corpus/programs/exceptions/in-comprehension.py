# Out of a comprehension.
def f(x):
    if x == 3:
        raise ValueError("three")
    return x

try:
    print([f(k) for k in range(3)])
    print([f(k) for k in range(5)])
except ValueError as e:
    print(e)

# expect: [0, 1, 2]
# expect: three
