a = 5
print a[0] # fault: not-indexable
