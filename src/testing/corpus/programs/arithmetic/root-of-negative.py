a = -8.0
print a ** 0.5 # fault: wrong-types
