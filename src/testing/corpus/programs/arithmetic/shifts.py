print 1 << 10, 1024 >> 3, -1024 >> 3, -1 >> 31
# expect: 1024 128 -128 -1
n = 40
print 5 >> n, -5 >> n, 0 << n
# expect: 0 -1 0
print 1 << 30
# expect: 1073741824
a = 1
print a << 31 # fault: overflow
