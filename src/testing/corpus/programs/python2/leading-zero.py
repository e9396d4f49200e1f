print 010 # expect: 8
