a = [1, 2]
print a[1.0] # fault: index-not-int
