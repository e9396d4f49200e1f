print(iter(3))  # fault: not-iterable
