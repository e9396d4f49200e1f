a = [1, 2]
print a[0:1.5] # fault: index-not-int
