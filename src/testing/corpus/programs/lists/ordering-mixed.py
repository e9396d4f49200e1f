a = [1, "a"]
a.sort() # fault: wrong-types
