x = [*5]  # fault: not-iterable
