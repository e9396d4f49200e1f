s = "a"
x = None
print(s + x) # fault: wrong-types
