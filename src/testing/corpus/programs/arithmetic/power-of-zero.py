a = 0
print a ** -1 # fault: division-by-zero
