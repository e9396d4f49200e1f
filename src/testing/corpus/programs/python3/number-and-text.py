n = 5
s = "a"
print(n + s) # fault: wrong-types
