print "a" - "b" # fault: wrong-types
