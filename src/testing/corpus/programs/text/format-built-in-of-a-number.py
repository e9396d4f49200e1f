print(format(1, 2))  # fault: argument-type
