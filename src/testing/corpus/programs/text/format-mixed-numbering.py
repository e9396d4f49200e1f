print("{} {0}".format(1))  # fault: bad-format
