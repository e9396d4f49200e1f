a = [1, 2]
a.pop(2) # fault: index-out-of-range
