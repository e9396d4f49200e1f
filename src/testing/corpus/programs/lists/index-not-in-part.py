print [1, 2, 3].index(1, 1) # fault: not-found
