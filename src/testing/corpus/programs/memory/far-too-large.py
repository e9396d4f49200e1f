n = 1073741823
print len(range(3))
# expect: 3
a = range(n) # fault: out-of-memory
