for i in xrange(3): # error: undefined-name
    print(i)
