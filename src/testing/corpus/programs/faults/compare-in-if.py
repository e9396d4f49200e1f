a = [1]
if a > 2: # fault: wrong-types
    print "x"
