print "abc".split("") # fault: empty-separator
