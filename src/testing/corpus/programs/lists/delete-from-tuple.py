t = (1, 2)
del t[0]  # fault: cannot-change
