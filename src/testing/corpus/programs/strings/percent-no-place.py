print "nothing" % 1  # fault: bad-format
