a = -2147483648
b = -1
print a / b # fault: overflow
