# A fault that no handler fits is reported as such, where it happened.
def f(x):
    return 1 // x  # fault: division-by-zero

try:
    f(0)
except ValueError:
    print("not this")
