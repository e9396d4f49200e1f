print("%c" % -1)  # fault: bad-format
