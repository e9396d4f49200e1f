print "%y" % 1  # fault: bad-format
