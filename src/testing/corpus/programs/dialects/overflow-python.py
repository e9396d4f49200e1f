x = 2147483647
print x
# expect: 2147483647
x = x + 1  # fault: overflow
