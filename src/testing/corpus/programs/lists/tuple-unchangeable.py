t = (1, 2)
t[0] = 5 # fault: cannot-change
