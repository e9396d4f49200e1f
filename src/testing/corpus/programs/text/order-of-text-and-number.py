print(1 < "a")  # fault: wrong-types
