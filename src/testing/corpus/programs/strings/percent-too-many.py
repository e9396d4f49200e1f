print "%d" % (1, 2)  # fault: bad-format
