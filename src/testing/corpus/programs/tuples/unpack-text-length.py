a, b = "abc"  # fault: unpack-count
