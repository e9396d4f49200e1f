a, *b, c = [1]  # fault: unpack-count
