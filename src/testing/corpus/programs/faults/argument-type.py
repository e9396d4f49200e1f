print len(5) # fault: argument-type
