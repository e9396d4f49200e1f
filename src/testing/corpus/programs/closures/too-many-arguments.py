def make(k):
    return lambda x: x + k
make(1)(2, 3)  # fault: argument-count
