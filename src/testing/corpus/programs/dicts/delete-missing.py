d = {1: 2}
del d[2]  # fault: key-not-found
