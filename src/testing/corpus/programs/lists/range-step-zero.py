n = 0
a = range(1, 5, n) # fault: step-zero
