a = [1, 2]
n = 0
print a[::n] # fault: step-zero
