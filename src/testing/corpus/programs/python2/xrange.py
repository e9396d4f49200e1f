# dialect: python2
for i in xrange(2): print(i)
# expect: 0
# expect: 1
