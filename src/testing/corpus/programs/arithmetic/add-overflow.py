a = 2147483647
print a + 0
# expect: 2147483647
print a + 1 # fault: overflow
