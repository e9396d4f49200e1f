print({1} | [2])  # fault: wrong-types
