print 2 ** 30
# expect: 1073741824
b = 31
print (-2) ** b
# expect: -2147483648
print 2 ** b # fault: overflow
