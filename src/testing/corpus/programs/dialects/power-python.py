print 2 ^ 10
# expect: 1024
