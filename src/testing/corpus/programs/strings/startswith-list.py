print "abc".startswith(["a"]) # fault: argument-type
