a = 1.5
print a & 1 # fault: wrong-types
