print("%(a)s" % 1)  # fault: bad-format
