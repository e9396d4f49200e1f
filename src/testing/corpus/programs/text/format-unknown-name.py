print("{x}".format(y=1))  # fault: bad-format
