print "abc".index("z") # fault: not-found
