n = 12
print n.count(1) # fault: no-method
