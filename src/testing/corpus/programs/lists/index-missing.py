a = [1]
print a.index(9) # fault: not-found
