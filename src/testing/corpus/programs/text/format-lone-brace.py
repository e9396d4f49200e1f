print("a}b".format())  # fault: bad-format
