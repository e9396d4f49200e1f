print(str.maketrans("ab", "c"))  # fault: different-lengths
