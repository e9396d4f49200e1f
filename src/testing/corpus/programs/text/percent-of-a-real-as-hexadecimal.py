print("%x" % 1.5)  # fault: bad-format
