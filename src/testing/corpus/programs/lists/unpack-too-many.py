a, b = [1, 2, 3] # fault: unpack-count
