print("a" * 2.0)  # fault: wrong-types
