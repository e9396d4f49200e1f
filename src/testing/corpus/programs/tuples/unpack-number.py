a, b = 5  # fault: not-unpackable
