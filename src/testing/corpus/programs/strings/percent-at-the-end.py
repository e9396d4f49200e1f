print "50%" % ()  # fault: bad-format
