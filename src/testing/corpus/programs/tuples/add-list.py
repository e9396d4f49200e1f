t = (1, 2)
print t + [3]  # fault: wrong-types
