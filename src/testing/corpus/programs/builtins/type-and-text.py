print("a" + type(5))  # fault: wrong-types
