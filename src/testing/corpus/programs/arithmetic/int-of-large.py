print int(2147483520.0)
# expect: 2147483520
print int(3e9) # fault: overflow
