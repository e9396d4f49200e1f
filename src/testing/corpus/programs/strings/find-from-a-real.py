print "a1".find("1", 0.0) # fault: argument-type
