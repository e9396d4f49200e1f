if True: print 7 / 2 # expect: 3
