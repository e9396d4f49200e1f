print("{:5}".format([1]))  # fault: bad-format
