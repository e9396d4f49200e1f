print "a", # expect: a b
print "b"
print 7 / 2 # expect: 3
