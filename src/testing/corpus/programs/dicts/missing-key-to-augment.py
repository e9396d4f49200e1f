counts = {}
counts["x"] += 1  # fault: key-not-found
