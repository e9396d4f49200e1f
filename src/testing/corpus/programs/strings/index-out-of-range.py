s = "abc"
print s[3] # fault: index-out-of-range
