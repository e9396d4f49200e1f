print "abc".split("") # fault: empty-list
