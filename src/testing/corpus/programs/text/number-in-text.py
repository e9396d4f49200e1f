print(1 in "abc")  # fault: wrong-types
