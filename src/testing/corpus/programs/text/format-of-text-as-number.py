print("{:d}".format("a"))  # fault: bad-format
