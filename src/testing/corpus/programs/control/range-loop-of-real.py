for i in range(2.5): # fault: index-not-int
    print i
