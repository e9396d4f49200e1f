a = -2147483648
print a - 1 # fault: overflow
