print "a",
print "b",
print 3
# expect: a b 3
print "end",
# expect: end 
