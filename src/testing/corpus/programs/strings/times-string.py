a = "a"
print a * "b" # fault: wrong-types
