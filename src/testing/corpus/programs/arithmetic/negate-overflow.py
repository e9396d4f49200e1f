a = -2147483648
print -a # fault: overflow
