print("{0.x}".format(1))  # fault: bad-format
