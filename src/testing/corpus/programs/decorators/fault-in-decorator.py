def bad(f):
    return f + 1  # fault: wrong-types
@bad
def g():
    pass
