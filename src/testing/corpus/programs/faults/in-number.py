print 1 in 5 # fault: wrong-types
