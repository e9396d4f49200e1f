print("{a}".format_map({}))  # fault: bad-format
