print("a".center(5.0))  # fault: argument-type
