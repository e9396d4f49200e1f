print([1, "a"] < [1, 2])  # fault: wrong-types
