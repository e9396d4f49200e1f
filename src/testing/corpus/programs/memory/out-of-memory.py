a = [0] * 60000
print len(a)
# expect: 60000
b = [0] * 60000 # fault: out-of-memory
