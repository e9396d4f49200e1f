a = [1, 2]
a.remove(3) # fault: not-found
