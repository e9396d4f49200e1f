n = 0
for i in range(1, 5, n): # fault: step-zero
    print i
