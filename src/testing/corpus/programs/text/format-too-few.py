print("{}{}".format(1))  # fault: bad-format
