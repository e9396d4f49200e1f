x = 2.0
print(x ^ 3) # fault: wrong-types
