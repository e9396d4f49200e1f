print [1, 2].count(1, 0) # fault: argument-count
