a = [1]
print a.upper() # fault: no-method
