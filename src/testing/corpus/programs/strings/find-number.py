print "a1".find(1) # fault: argument-type
