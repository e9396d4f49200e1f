print("a".center(5, "ab"))  # fault: fill-length
