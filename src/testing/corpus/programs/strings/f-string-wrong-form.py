print f"{'a':d}"  # fault: bad-format
