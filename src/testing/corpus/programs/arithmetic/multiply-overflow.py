a = 65536
print a * 32767
# expect: 2147418112
print a * -32768
# expect: -2147483648
print a * a # fault: overflow
