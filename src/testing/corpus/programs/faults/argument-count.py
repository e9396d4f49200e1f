f = len
print f() # fault: argument-count
